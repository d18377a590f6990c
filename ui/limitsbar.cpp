// SPDX-License-Identifier: MIT
#include "ui/limitsbar.h"

#include "ui/format.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <utility>

namespace rollcall {

namespace {

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

/// "30 s" and "0.5 s", not "30.0 s".
class SecondsBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

template <class Box>
Box *addField(QWidget *parent, const char *objectName, const QString &name, const QString &help)
{
    auto *label = new QLabel(name, parent);
    auto *box = new Box(parent);
    label->setBuddy(box);
    label->setToolTip(help);
    box->setObjectName(QLatin1String(objectName));
    box->setToolTip(help);
    box->setAccessibleName(name);
    box->setAccessibleDescription(help);
    box->setKeyboardTracking(false); // "500" typed is not first 5, then 50
    box->setAlignment(Qt::AlignRight);
    parent->layout()->addWidget(label);
    parent->layout()->addWidget(box);
    return box;
}

QSpinBox *addCount(QWidget *parent, const char *objectName, const QString &name, const QString &help,
                   Range<int> range, int usual)
{
    auto *box = addField<QSpinBox>(parent, objectName, name, help);
    box->setRange(range.minimum, range.maximum);
    box->setValue(usual);
    return box;
}

} // namespace

LimitsBar::LimitsBar(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    const CheckSettings usual;
    m_concurrency = addCount(this, "atOnce", tr("At once"),
                             tr("How many URLs are checked at the same time; changes act at once. Usual: %1")
                                 .arg(usual.limits.concurrency),
                             allowed::concurrency, usual.limits.concurrency);
    layout->addSpacing(6);
    m_perHost =
        addCount(this, "perHost", tr("Per host"),
                 tr("How many of them may be on the same host, to be kind to it; changes act at once. "
                    "Usual: %1")
                     .arg(usual.limits.perHost),
                 allowed::perHost, usual.limits.perHost);
    layout->addSpacing(6);
    m_timeout =
        addField<SecondsBox>(this, "timeout", tr("Time-out"),
                             tr("How long one URL may take, redirects included; acts from the next check "
                                "on. Usual: %1 s")
                                 .arg(seconds(usual.timeout)));
    m_timeout->setDecimals(1);
    m_timeout->setRange(seconds(allowed::timeout.minimum), seconds(allowed::timeout.maximum));
    m_timeout->setSuffix(tr(" s"));
    setSettings(usual);

    const auto changeLimits = [this] {
        Q_EMIT limitsChanged(limits());
        Q_EMIT changed();
    };
    connect(m_concurrency, &QSpinBox::valueChanged, this, changeLimits);
    connect(m_perHost, &QSpinBox::valueChanged, this, changeLimits);
    connect(m_timeout, &QDoubleSpinBox::valueChanged, this, &LimitsBar::changed);
}

CheckLimits LimitsBar::limits() const
{
    CheckLimits limits = m_settings.limits;
    limits.concurrency = m_concurrency->value();
    limits.perHost = m_perHost->value();
    return limits;
}

void LimitsBar::setSettings(const CheckSettings &settings)
{
    const QSignalBlocker blocker(this);
    m_settings = settings;
    m_concurrency->setValue(settings.limits.concurrency);
    m_perHost->setValue(settings.limits.perHost);
    m_timeout->setValue(seconds(settings.timeout));
    m_shownTimeout = m_timeout->value();
}

CheckSettings LimitsBar::checkSettings()
{
    m_concurrency->interpretText();
    m_perHost->interpretText();
    m_timeout->interpretText();
    m_settings.limits = limits();
    if (m_timeout->value() != std::exchange(m_shownTimeout, m_timeout->value()))
        m_settings.timeout = std::chrono::milliseconds(qRound64(m_timeout->value() * 1000));
    return m_settings;
}

} // namespace rollcall
