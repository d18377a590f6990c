// SPDX-License-Identifier: MIT
// The chart of the response times of one URL over time, with its failures and incidents.
#pragma once

#include "ui/chartscale.h"
#include "ui/urlpast.h"

#include <QWidget>

#include <optional>

namespace rollcall {

/// A line for the median, an area below the 95th percentile, a cross for each point with a failed check, and
/// a band for each incident. The mouse's wheel zooms where it points, dragging zooms into what was dragged
/// over, a double click shows everything again. From the keyboard: plus, minus and 0, and the arrows go from
/// point to point. What is pointed at is said with exact figures: in a tool tip, and to a screen reader.
class HistoryChart : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryChart(QWidget *parent = nullptr);

    /// Shows \a past, which is that of \a whole or of a part of it.
    void showPast(const UrlPast &past, const TimeRange &whole);
    /// Shows nothing.
    void clear();
    /// What is in sight.
    const TimeRange &range() const { return m_range; }
    bool isZoomed() const { return m_range != m_whole; }
    void showWhole();

    /// Where in the widget the point with this number is, or would be.
    QPoint placeOf(qsizetype point) const;
    /// The point that is pointed at.
    std::optional<qsizetype> currentPoint() const { return m_current; }
    /// The exact figures of the point with this number, several lines.
    QString pointText(qsizetype point) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person has zoomed: points as fine as that are wanted.
    void rangeChanged(const rollcall::TimeRange &range);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setRange(TimeRange range);
    void zoom(double factor, const QDateTime &around);
    void point(std::optional<qsizetype> point);
    void step(int direction);
    void updateSummary();
    void updateScale();

    ChartScale scale() const;
    std::optional<qsizetype> pointNear(const QPoint &place) const;
    bool isInSight(qsizetype point) const;
    bool hasAnyInSight() const;

    UrlPast m_past;
    TimeRange m_whole;
    TimeRange m_range;
    std::chrono::microseconds m_top{0}; ///< the duration at the upper edge
    std::optional<qsizetype> m_current;
    std::optional<int> m_dragFrom;
    int m_dragTo = 0;
};

} // namespace rollcall
