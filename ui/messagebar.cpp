// SPDX-License-Identifier: MIT
#include "ui/messagebar.h"

#include "ui/symbolicon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace rollcall {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent),
      m_icon(new QLabel),
      m_text(new QLabel),
      m_actionButton(new QPushButton),
      m_closeButton(new QToolButton)
{
    setFrameShape(StyledPanel);
    setAccessibleName(tr("Message"));
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_closeButton->setAutoRaise(true);
    m_closeButton->setIcon(themeIcon(QStringLiteral("window-close"), QStringLiteral("close")));
    m_closeButton->setToolTip(tr("Close this message"));
    m_closeButton->setAccessibleName(tr("Close this message"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_actionButton);
    layout->addWidget(m_closeButton);
    hide();

    connect(m_closeButton, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_actionButton, &QPushButton::clicked, this, [this] { m_action(); });
}

void MessageBar::say(Kind kind, const QString &text)
{
    say(kind, text, {}, {});
}

void MessageBar::say(Kind kind, const QString &text, const QString &actionName, std::function<void()> action)
{
    m_kind = kind;
    const QIcon icon = kind == Kind::Problem ? symbolIcon(QStringLiteral("outcome-warning"), Tone::Failed)
                                             : symbolIcon(QStringLiteral("info"));
    const int size = fontMetrics().height();
    m_icon->setPixmap(icon.pixmap(QSize(size, size), devicePixelRatioF()));
    m_text->setText(text);
    m_action = std::move(action);
    m_actionButton->setText(actionName);
    m_actionButton->setVisible(bool(m_action));
    setAccessibleDescription(text);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::clearInformation()
{
    if (m_kind == Kind::Information && !m_action)
        hide();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace rollcall
