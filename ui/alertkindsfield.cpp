// SPDX-License-Identifier: MIT
#include "ui/alertkindsfield.h"

#include "ui/alertwords.h"

#include <QCheckBox>
#include <QGridLayout>

namespace rollcall {

AlertKindsField::AlertKindsField(QWidget *parent) : QWidget(parent)
{
    constexpr int columns = 2;
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    for (const AlertKind kind : alertKinds()) {
        if (kind == AlertKind::Test)
            continue;
        auto *box = new QCheckBox(alertKindWords(kind));
        box->setObjectName(QStringLiteral("alertKind-") + QLatin1String(slug(kind)));
        const int number = int(m_boxes.size());
        grid->addWidget(box, number / columns, number % columns);
        m_boxes.insert(kind, box);
        if (!focusProxy())
            setFocusProxy(box);
    }
}

void AlertKindsField::setKinds(const QSet<AlertKind> &kinds)
{
    for (const auto &[kind, box] : m_boxes.asKeyValueRange())
        box->setChecked(kinds.contains(kind));
}

QSet<AlertKind> AlertKindsField::kinds() const
{
    QSet<AlertKind> kinds;
    for (const auto &[kind, box] : m_boxes.asKeyValueRange()) {
        if (box->isChecked())
            kinds.insert(kind);
    }
    return kinds;
}

} // namespace rollcall
