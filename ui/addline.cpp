// SPDX-License-Identifier: MIT
#include "ui/addline.h"

#include "ui/symbolicon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace rollcall {

AddLine::AddLine(QWidget *parent) : QWidget(parent), m_text(new QLineEdit)
{
    auto *label = new QLabel(tr("URL to add:"));
    label->setBuddy(m_text);
    m_text->setObjectName(QStringLiteral("addText"));
    m_text->setPlaceholderText(tr("https://example.com/ or several, with blanks between them"));
    m_text->setAccessibleName(tr("URL to add"));
    m_text->setToolTip(tr("Enter adds it to the list; Esc closes this line"));
    m_text->installEventFilter(this);
    auto *add = new QPushButton(tr("Add"));
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(themeIcon(QStringLiteral("window-close"), QStringLiteral("close")));
    close->setToolTip(tr("Close this line"));
    close->setAccessibleName(tr("Close this line"));
    close->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 4, 0);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(add);
    layout->addWidget(close);
    hide();

    const auto enter = [this] {
        if (!m_text->text().trimmed().isEmpty())
            Q_EMIT entered(m_text->text());
    };
    connect(m_text, &QLineEdit::returnPressed, this, enter);
    connect(add, &QPushButton::clicked, this, enter);
    connect(close, &QToolButton::clicked, this, &AddLine::leave);
}

void AddLine::begin()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void AddLine::clear()
{
    m_text->clear();
}

void AddLine::leave()
{
    m_text->clear();
    hide();
    Q_EMIT left();
}

// Escape belongs to this line while it has the focus, not to the check.
bool AddLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::KeyPress)
            leave();
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rollcall
