// SPDX-License-Identifier: MIT
#include "ui/historychart.h"

#include "ui/chartpainter.h"
#include "ui/format.h"
#include "ui/wording.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rollcall {

namespace {

using std::chrono::microseconds;

constexpr int leastDrag = 8; ///< pixels: less is a click
constexpr std::chrono::milliseconds leastSpan = std::chrono::minutes(1);
constexpr double zoomStep = 1.25;
constexpr int wheelStep = 120; ///< of QWheelEvent::angleDelta()

QString checksText(const Availability &counts)
{
    const qint64 checks = counts.counted() + counts.unknown;
    QString text = HistoryChart::tr("%1 check(s)", nullptr, pluralNumber(checks)).arg(formatCount(checks));
    if (counts.failed > 0)
        text += HistoryChart::tr(", %1 failed").arg(formatCount(counts.failed));
    if (counts.warnings > 0)
        text += HistoryChart::tr(", %1 with a warning").arg(formatCount(counts.warnings));
    if (counts.unknown > 0)
        text += HistoryChart::tr(", %1 that do not count").arg(formatCount(counts.unknown));
    return text;
}

} // namespace

HistoryChart::HistoryChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("historyChart"));
    setAccessibleName(tr("Response times"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HistoryChart::showPast(const UrlPast &past, const TimeRange &whole)
{
    const QDateTime pointedAt = m_current ? m_past.points.at(*m_current).began : QDateTime();
    m_past = past;
    m_whole = whole;
    m_range = past.range;
    m_current.reset();
    for (qsizetype i = 0; i < m_past.points.size(); ++i) {
        if (m_past.points.at(i).began == pointedAt)
            m_current = i;
    }
    updateScale();
    updateSummary();
    update();
}

void HistoryChart::clear()
{
    showPast(UrlPast(), TimeRange());
}

void HistoryChart::showWhole()
{
    setRange(m_whole);
}

// What is known already is shown at once; finer points follow.
void HistoryChart::setRange(TimeRange range)
{
    if (range.length() >= m_whole.length()) {
        range = m_whole;
    } else {
        if (range.from < m_whole.from)
            range = TimeRange(m_whole.from, m_whole.from.addMSecs(range.length().count()));
        if (range.to > m_whole.to)
            range = TimeRange(m_whole.to.addMSecs(-range.length().count()), m_whole.to);
    }
    if (range == m_range || range.isEmpty())
        return;
    m_range = range;
    point(std::nullopt);
    updateScale();
    update();
    Q_EMIT rangeChanged(m_range);
}

// A factor below 1 shows less time.
void HistoryChart::zoom(double factor, const QDateTime &around)
{
    if (m_range.isEmpty())
        return;
    const auto least = std::min<double>(double(leastSpan.count()), double(m_whole.length().count()));
    const double length = std::max(double(m_range.length().count()) * factor, least);
    const double part = double(m_range.from.msecsTo(around)) / double(m_range.length().count());
    const QDateTime from = around.addMSecs(-std::llround(length * std::clamp(part, 0.0, 1.0)));
    setRange(TimeRange(from, from.addMSecs(std::llround(length))));
}

void HistoryChart::point(std::optional<qsizetype> point)
{
    if (m_current == point)
        return;
    m_current = point;
    updateSummary();
    update();
}

// To the next point in sight; from nowhere, to the last or the first.
void HistoryChart::step(int direction)
{
    const qsizetype count = m_past.points.size();
    qsizetype next = direction > 0 ? 0 : count - 1;
    if (m_current)
        next = *m_current + direction;
    while (next >= 0 && next < count && !isInSight(next))
        next += direction;
    if (next >= 0 && next < count)
        point(next);
}

void HistoryChart::updateSummary()
{
    if (m_current) {
        setAccessibleDescription(pointText(*m_current).replace(u'\n', QStringLiteral("; ")));
        return;
    }
    Availability counts;
    for (const SeriesPoint &each : std::as_const(m_past.points))
        counts.add(each.counts);
    setAccessibleDescription(checksText(counts));
}

void HistoryChart::updateScale()
{
    microseconds greatest{0};
    for (qsizetype i = 0; i < m_past.points.size(); ++i) {
        if (isInSight(i))
            greatest = std::max(greatest, m_past.points.at(i).percentile95.value_or(microseconds(0)));
    }
    m_top = roundDuration(greatest);
}

QString HistoryChart::pointText(qsizetype point) const
{
    const SeriesPoint &shown = m_past.points.at(point);
    QStringList lines;
    const bool isOfDays = m_past.resolution >= std::chrono::hours(24);
    const QDateTime local = shown.began.toLocalTime();
    lines.append(isOfDays ? QLocale().toString(local.date(), QLocale::ShortFormat)
                          : QLocale().toString(local, QLocale::ShortFormat));
    lines.append(checksText(shown.counts));
    if (shown.median && shown.counts.counted() - shown.counts.failed == 1) {
        lines.append(tr("Response time %1").arg(formatExactDuration(*shown.median)));
    } else if (shown.median) {
        lines.append(tr("Median %1, 95th percentile %2")
                         .arg(formatExactDuration(*shown.median), formatExactDuration(*shown.percentile95)));
        lines.append(tr("Fastest %1, slowest %2")
                         .arg(formatExactDuration(*shown.least), formatExactDuration(*shown.greatest)));
    }
    for (const Incident &each : m_past.incidents) {
        const QDateTime end = shown.began.addMSecs(m_past.resolution.count());
        if (each.began < end && (!each.ended || *each.ended > shown.began))
            lines.append(tr("Incident: %1").arg(errorTitle(each.reason.kind)));
    }
    return lines.join(QLatin1Char('\n'));
}

QSize HistoryChart::sizeHint() const
{
    constexpr int lines = 9;
    constexpr int columns = 26;
    return {fontMetrics().height() * columns, fontMetrics().height() * lines};
}

QSize HistoryChart::minimumSizeHint() const
{
    constexpr int lines = 4;
    constexpr int columns = 12;
    return {fontMetrics().height() * columns, fontMetrics().height() * lines};
}

ChartScale HistoryChart::scale() const
{
    return ChartScale(rect().marginsRemoved(ChartPainter::margins(*this, m_top)), m_range, m_top);
}

QPoint HistoryChart::placeOf(qsizetype point) const
{
    const std::optional<microseconds> &time = m_past.points.at(point).median;
    const ChartScale places = scale();
    return {places.xOf(m_past.middleOf(point)), time ? places.yOf(*time) : places.area.bottom()};
}

bool HistoryChart::isInSight(qsizetype point) const
{
    const QDateTime middle = m_past.middleOf(point);
    return middle >= m_range.from && middle <= m_range.to;
}

bool HistoryChart::hasAnyInSight() const
{
    for (qsizetype i = 0; i < m_past.points.size(); ++i) {
        if (isInSight(i))
            return true;
    }
    return false;
}

// The nearest point to the left or the right of the place.
std::optional<qsizetype> HistoryChart::pointNear(const QPoint &place) const
{
    constexpr int reach = 40;
    const ChartScale places = scale();
    std::optional<qsizetype> nearest;
    int least = reach;
    for (qsizetype i = 0; i < m_past.points.size(); ++i) {
        const int distance = std::abs(places.xOf(m_past.middleOf(i)) - place.x());
        if (distance < least && isInSight(i)) {
            nearest = i;
            least = distance;
        }
    }
    return nearest;
}

bool HistoryChart::event(QEvent *event)
{
    // The point is told as soon as the mouse is there, not when it has rested.
    if (event->type() == QEvent::ToolTip)
        return true;
    return QWidget::event(event);
}

void HistoryChart::paintEvent(QPaintEvent *)
{
    if (m_range.isEmpty())
        return;
    QPainter painter(this);
    const ChartScale places = scale();
    ChartPainter chart(painter, *this, m_past, places);
    chart.paint(m_current);
    if (!hasAnyInSight()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(places.area, Qt::AlignCenter, tr("No check in this time"));
    }
    if (m_dragFrom && std::abs(m_dragTo - *m_dragFrom) >= leastDrag)
        chart.paintSelection(*m_dragFrom, m_dragTo);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void HistoryChart::wheelEvent(QWheelEvent *event)
{
    const double steps = double(event->angleDelta().y()) / wheelStep;
    zoom(std::pow(zoomStep, -steps), scale().momentAt(int(event->position().x())));
    event->accept(); // what is around it does not scroll meanwhile
}

void HistoryChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_dragFrom = event->position().toPoint().x();
    m_dragTo = *m_dragFrom;
}

void HistoryChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if (m_dragFrom) {
        m_dragTo = place.x();
        update();
        return;
    }
    point(pointNear(place));
    if (m_current)
        QToolTip::showText(event->globalPosition().toPoint(), pointText(*m_current), this);
    else
        QToolTip::hideText();
}

void HistoryChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragFrom)
        return QWidget::mouseReleaseEvent(event);
    const ChartScale places = scale();
    const auto within = [&places](int x) { return std::clamp(x, places.area.left(), places.area.right()); };
    const int begun = within(*std::exchange(m_dragFrom, std::nullopt));
    const int ended = within(event->position().toPoint().x());
    update();
    if (std::abs(ended - begun) < leastDrag)
        return;
    const TimeRange dragged(places.momentAt(std::min(begun, ended)), places.momentAt(std::max(begun, ended)));
    setRange(dragged.length() < leastSpan ? TimeRange(dragged.from, dragged.from.addMSecs(leastSpan.count()))
                                          : dragged);
}

void HistoryChart::mouseDoubleClickEvent(QMouseEvent *)
{
    m_dragFrom.reset();
    showWhole();
}

void HistoryChart::leaveEvent(QEvent *event)
{
    point(std::nullopt);
    QWidget::leaveEvent(event);
}

void HistoryChart::keyPressEvent(QKeyEvent *event)
{
    const QDateTime around =
        m_current ? m_past.middleOf(*m_current) : m_range.from.addMSecs(m_range.length().count() / 2);
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        return zoom(1 / (zoomStep * zoomStep), around);
    case Qt::Key_Minus:
        return zoom(zoomStep * zoomStep, around);
    case Qt::Key_0:
        return showWhole();
    default:
        QWidget::keyPressEvent(event);
    }
}

void HistoryChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void HistoryChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace rollcall
