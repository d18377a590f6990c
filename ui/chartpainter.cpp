// SPDX-License-Identifier: MIT
#include "ui/chartpainter.h"

#include "ui/chartscale.h"
#include "ui/format.h"
#include "ui/symbolicon.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <algorithm>

namespace rollcall {

namespace {

using std::chrono::microseconds;

constexpr int labelGap = 6;
constexpr int crossArm = 3;
constexpr int gridSteps = 4;
constexpr int tickLength = 4;
constexpr float lineAlpha = 0.75F;
constexpr float areaAlpha = 0.16F;
constexpr float bandAlpha = 0.12F;
constexpr float axisAlpha = 0.35F;
constexpr float gridAlpha = 0.1F;

} // namespace

QMargins ChartPainter::margins(const QWidget &widget, microseconds top)
{
    const QFontMetrics metrics = widget.fontMetrics();
    const int line = metrics.height();
    int labels = 0;
    for (int step = 1; step <= gridSteps; ++step)
        labels = std::max(labels, metrics.horizontalAdvance(formatDuration(top * step / gridSteps)));
    return {labels + 2 * labelGap, line + labelGap, line + labelGap, line + 2 * labelGap};
}

QColor ChartPainter::faded(float alpha) const
{
    QColor color = m_widget.palette().color(QPalette::WindowText);
    color.setAlphaF(alpha);
    return color;
}

QColor ChartPainter::failureColor(float alpha) const
{
    QColor color = toneColor(Tone::Failed, m_widget.palette());
    color.setAlphaF(alpha);
    return color;
}

void ChartPainter::paint(std::optional<qsizetype> current)
{
    paintGrid();
    constexpr int mark = crossArm + 1;
    m_painter.setClipRect(m_scale.area.adjusted(-mark, -1, mark, mark));
    paintIncidents();
    m_painter.setRenderHint(QPainter::Antialiasing);
    paintTimes();
    paintFailures();
    if (current)
        paintPoint(*current);
    m_painter.setClipping(false);
    paintLegend();
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void ChartPainter::paintSelection(int from, int to)
{
    const QRect selected(QPoint(from, m_scale.area.top()), QPoint(to, m_scale.area.bottom()));
    m_painter.fillRect(selected.normalized() & m_scale.area, faded(areaAlpha));
}

void ChartPainter::paintGrid()
{
    const QRect &area = m_scale.area;
    const int line = m_widget.fontMetrics().height();
    const QColor text = m_widget.palette().color(QPalette::PlaceholderText);
    const int fitting = area.height() / (2 * line);
    const int steps = fitting >= gridSteps ? gridSteps : fitting >= 2 ? 2 : 1;
    for (int step = 0; step <= steps; ++step) {
        const microseconds time = m_scale.top * step / steps;
        const int y = m_scale.yOf(time);
        m_painter.fillRect(area.left(), y, area.width(), 1, faded(step == 0 ? axisAlpha : gridAlpha));
        m_painter.setPen(text);
        m_painter.drawText(QRect(labelGap, y - line / 2, area.left() - 2 * labelGap, line),
                           Qt::AlignRight | Qt::AlignVCenter,
                           step == 0 ? QStringLiteral("0") : formatDuration(time));
    }
    constexpr int charactersOfALabel = 11;
    const int width = charactersOfALabel * m_widget.fontMetrics().averageCharWidth();
    for (const TimeMark &mark : timeMarks(m_scale.range, area.width() / width)) {
        const int x = m_scale.xOf(mark.at);
        m_painter.fillRect(x, area.bottom(), 1, tickLength, faded(axisAlpha));
        m_painter.setPen(text);
        m_painter.drawText(QRect(x - width, area.bottom() + labelGap, 2 * width, line), Qt::AlignCenter,
                           mark.label);
    }
}

void ChartPainter::paintIncidents()
{
    const QRect &area = m_scale.area;
    for (const Incident &each : m_past.incidents) {
        const int left = std::max(m_scale.xOf(each.began), area.left());
        const int right = std::min(each.ended ? m_scale.xOf(*each.ended) : area.right(), area.right());
        if (right < area.left() || left > area.right())
            continue;
        const int width = std::max(right - left, 2);
        m_painter.fillRect(left, area.top(), width, area.height(), failureColor(bandAlpha));
        m_painter.fillRect(left, area.top(), width, 2, failureColor(1));
    }
}

void ChartPainter::paintTimes()
{
    // What lies far apart was not measured in between.
    constexpr int widest = 6;
    const auto longestGap = std::max(3 * m_past.resolution, m_scale.range.length() / widest);
    constexpr qsizetype mostDots = 120;
    const bool hasDots = m_past.points.size() <= mostDots;
    QPainterPath median;
    QPainterPath area;
    QPainterPath dots;
    std::optional<QDateTime> last;
    const auto closeArea = [&] {
        if (last)
            area.lineTo(m_scale.xOf(*last), m_scale.yOf(microseconds(0)));
    };
    for (qsizetype i = 0; i < m_past.points.size(); ++i) {
        const SeriesPoint &each = m_past.points.at(i);
        if (!each.median) {
            closeArea();
            last.reset(); // no line through a failure
            continue;
        }
        const QDateTime middle = m_past.middleOf(i);
        const QPoint place(m_scale.xOf(middle), m_scale.yOf(*each.median));
        if (!last || last->msecsTo(middle) > longestGap.count()) {
            closeArea();
            median.moveTo(place);
            area.moveTo(place.x(), m_scale.yOf(microseconds(0)));
        }
        median.lineTo(place);
        area.lineTo(place.x(), m_scale.yOf(*each.percentile95));
        if (hasDots)
            dots.addEllipse(place, 2, 2);
        last = middle;
    }
    closeArea();
    m_painter.fillPath(area, faded(areaAlpha));
    m_painter.strokePath(median, QPen(faded(lineAlpha), 1.5));
    m_painter.fillPath(dots, faded(1));
}

void ChartPainter::paintFailures()
{
    for (qsizetype i = 0; i < m_past.points.size(); ++i) {
        if (m_past.points.at(i).counts.failed > 0)
            paintCross({m_scale.xOf(m_past.middleOf(i)), m_scale.area.bottom() - crossArm});
    }
}

void ChartPainter::paintCross(const QPoint &middle)
{
    m_painter.setPen(QPen(failureColor(1), 2));
    m_painter.drawLine(middle - QPoint(crossArm, crossArm), middle + QPoint(crossArm, crossArm));
    m_painter.drawLine(middle - QPoint(crossArm, -crossArm), middle + QPoint(crossArm, -crossArm));
}

void ChartPainter::paintPoint(qsizetype point)
{
    constexpr float pointerAlpha = 0.4F;
    constexpr int radius = 4;
    const std::optional<microseconds> &time = m_past.points.at(point).median;
    const int x = m_scale.xOf(m_past.middleOf(point));
    m_painter.setPen(QPen(faded(pointerAlpha), 1));
    m_painter.drawLine(x, m_scale.area.top(), x, m_scale.area.bottom());
    if (!time)
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(faded(1));
    m_painter.drawEllipse(QPoint(x, m_scale.yOf(*time)), radius, radius);
    m_painter.setBrush(Qt::NoBrush);
}

void ChartPainter::paintLegend()
{
    const int line = m_widget.fontMetrics().height();
    int right = m_scale.area.right();
    const auto entry = [&](const QString &text, auto paintMark) {
        const int width = m_widget.fontMetrics().horizontalAdvance(text);
        m_painter.setPen(m_widget.palette().color(QPalette::PlaceholderText));
        m_painter.drawText(QRect(right - width, 2, width, line), Qt::AlignRight | Qt::AlignVCenter, text);
        right -= width + labelGap + line;
        paintMark(QRect(right, 2 + line / 4, line, line / 2));
        right -= 2 * labelGap;
    };
    const bool hasFailures =
        std::ranges::any_of(m_past.points, [](const SeriesPoint &each) { return each.counts.failed > 0; });
    if (!m_past.incidents.isEmpty()) {
        entry(tr("incident"), [&](const QRect &mark) {
            m_painter.fillRect(mark, failureColor(bandAlpha));
            m_painter.fillRect(mark.left(), mark.top(), mark.width(), 2, failureColor(1));
        });
    }
    if (hasFailures)
        entry(tr("failed"), [&](const QRect &mark) { paintCross(mark.center()); });
    entry(tr("95th percentile"), [&](const QRect &mark) { m_painter.fillRect(mark, faded(areaAlpha)); });
    entry(tr("median"), [&](const QRect &mark) {
        m_painter.fillRect(mark.left(), mark.center().y(), mark.width(), 2, faded(lineAlpha));
    });
}

} // namespace rollcall
