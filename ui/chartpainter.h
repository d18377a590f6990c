// SPDX-License-Identifier: MIT
// Paints what the history tells of a URL between the axes of a chart.
#pragma once

#include "ui/urlpast.h"

#include <QColor>
#include <QCoreApplication>
#include <QMargins>

#include <chrono>
#include <optional>

QT_BEGIN_NAMESPACE
class QPainter;
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

struct ChartScale;

/// Takes colours and letters from a widget, whose palette may be light or dark.
class ChartPainter
{
    Q_DECLARE_TR_FUNCTIONS(ChartPainter)
public:
    /// All are borrowed and outlive this.
    ChartPainter(QPainter &painter, const QWidget &widget, const UrlPast &past, const ChartScale &scale)
        : m_painter(painter),
          m_widget(widget),
          m_past(past),
          m_scale(scale)
    {
    }

    /// What the legend and the labels of the axes need around the chart, with \a top at its upper edge.
    static QMargins margins(const QWidget &widget, std::chrono::microseconds top);

    /// Everything; the point with the number \a current is marked.
    void paint(std::optional<qsizetype> current);
    /// What is being dragged over.
    void paintSelection(int from, int to);

private:
    QColor faded(float alpha) const;
    QColor failureColor(float alpha) const;
    void paintGrid();
    void paintIncidents();
    void paintTimes();
    void paintFailures();
    void paintCross(const QPoint &middle);
    void paintPoint(qsizetype point);
    void paintLegend();

    QPainter &m_painter;
    const QWidget &m_widget;
    const UrlPast &m_past;
    const ChartScale &m_scale;
};

} // namespace rollcall
