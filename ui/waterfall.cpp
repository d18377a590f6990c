// SPDX-License-Identifier: MIT
#include "ui/waterfall.h"

#include "ui/format.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace rollcall {

namespace {

constexpr int margin = 6;
constexpr int gap = 10;
constexpr int leastBarsWidth = 80;

} // namespace

Waterfall::Waterfall(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("waterfall"));
    setAccessibleName(tr("Timing"));
    setFocusPolicy(Qt::TabFocus);
}

void Waterfall::showResult(const CheckResult &result)
{
    m_phases = phasesOf(result);
    m_total = m_phases.isEmpty() ? std::chrono::microseconds(0)
                                 : m_phases.constLast().start + m_phases.constLast().duration;
    m_last = tr("Total %1").arg(formatDuration(result.fetch.times.total.value_or(m_total)));
    if (result.queueTime)
        m_last += tr("; before that, %1 in the queue").arg(formatDuration(*result.queueTime));
    QStringList parts;
    for (const TimedPhase &each : std::as_const(m_phases))
        parts.append(QStringLiteral("%1 %2").arg(phaseName(each.phase), formatDuration(each.duration)));
    parts.append(m_last);
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize Waterfall::sizeHint() const
{
    return {minimumSizeHint().width() + 4 * leastBarsWidth, minimumSizeHint().height()};
}

QSize Waterfall::minimumSizeHint() const
{
    return {nameWidth() + timeWidth() + leastBarsWidth + 2 * (margin + gap),
            int(m_phases.size() + 1) * lineHeight() + 2 * margin};
}

int Waterfall::lineHeight() const
{
    return fontMetrics().height() + 4;
}

int Waterfall::nameWidth() const
{
    int width = 0;
    for (const TimedPhase &each : m_phases)
        width = std::max(width, fontMetrics().horizontalAdvance(phaseName(each.phase)));
    return width;
}

int Waterfall::timeWidth() const
{
    int width = 0;
    for (const TimedPhase &each : m_phases)
        width = std::max(width, fontMetrics().horizontalAdvance(formatDuration(each.duration)));
    return width;
}

void Waterfall::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect line(margin, margin, width() - 2 * margin, lineHeight());
    for (const TimedPhase &each : std::as_const(m_phases)) {
        paintPhase(painter, line, each);
        line.translate(0, lineHeight());
    }
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_last);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void Waterfall::paintPhase(QPainter &painter, const QRect &line, const TimedPhase &phase) const
{
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, phaseName(phase.phase));
    const QRect bars = line.adjusted(nameWidth() + gap, 3, -(timeWidth() + gap), -3);
    const auto place = [&](std::chrono::microseconds time) {
        return bars.left() +
               qRound(double(time.count()) / double(std::max<qint64>(m_total.count(), 1)) * bars.width());
    };
    const int left = std::min(place(phase.start), bars.right());
    const int right = std::max(place(phase.start + phase.duration), left + 2);
    QColor track = palette().color(QPalette::WindowText);
    track.setAlphaF(0.06F);
    painter.fillRect(bars, track);
    QColor color = palette().color(QPalette::WindowText);
    color.setAlphaF(phase.phase == Phase::Waiting ? 0.6F : 0.4F);
    painter.fillRect(QRect(left, bars.top(), right - left, bars.height()), color);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, formatDuration(phase.duration));
}

void Waterfall::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Waterfall::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace rollcall
