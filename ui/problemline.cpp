// SPDX-License-Identifier: MIT
#include "ui/problemline.h"

#include "ui/symbolicon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace rollcall {

ProblemLine::ProblemLine(QWidget *parent) : QWidget(parent), m_icon(new QLabel), m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    tint();
}

void ProblemLine::say(const QString &text)
{
    m_text->setText(text);
}

void ProblemLine::setTextName(const QString &objectName)
{
    m_text->setObjectName(objectName);
}

void ProblemLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void ProblemLine::tint()
{
    const int size = fontMetrics().height();
    m_icon->setPixmap(symbolIcon(QStringLiteral("outcome-warning"), Tone::Failed)
                          .pixmap(QSize(size, size), devicePixelRatioF()));
    QPalette tinted = m_text->palette();
    const QColor color = toneColor(Tone::Failed, palette());
    if (tinted.color(QPalette::WindowText) == color)
        return;
    tinted.setColor(QPalette::WindowText, color);
    m_text->setPalette(tinted);
}

} // namespace rollcall
