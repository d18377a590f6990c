// SPDX-License-Identifier: MIT
#include "ui/trenddelegate.h"

#include "ui/resultmodel.h"
#include "ui/rowpast.h"
#include "ui/symbolicon.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rollcall {

namespace {

constexpr int trendMargin = 4;
constexpr int failureMark = 4;
constexpr int widestStep = 12; ///< pixels: few checks do not spread over the whole cell

} // namespace

void TrendDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const auto times = index.data(ResultModel::TrendRole).value<QList<int>>();
    if (times.isEmpty())
        return;
    const QRect area = option.rect.adjusted(trendMargin, trendMargin, -trendMargin, -trendMargin);
    const double most = std::max(double(*std::ranges::max_element(times)), 1.0);
    const double step =
        std::min<double>(widestStep, double(area.width()) / double(std::max<qsizetype>(times.size() - 1, 1)));
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor red = isSelected ? ink : toneColor(Tone::Failed, option.palette);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath line;
    bool isDrawing = false;
    for (qsizetype i = 0; i < times.size(); ++i) {
        const double x = area.right() - step * double(times.size() - 1 - i);
        if (times.at(i) == RowPast::failedCheck) {
            painter->fillRect(QRectF(x - 1, area.bottom() - failureMark, 2, failureMark), red);
            isDrawing = false;
            continue;
        }
        const QPointF point(x, area.bottom() - double(times.at(i)) / most * area.height());
        if (isDrawing)
            line.lineTo(point);
        else
            line.moveTo(point);
        isDrawing = true;
    }
    painter->setPen(QPen(ink, 1.2));
    painter->drawPath(line);
    if (times.constLast() != RowPast::failedCheck) {
        constexpr double dot = 1.8;
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(line.currentPosition(), dot, dot);
    }
    painter->restore();
}

} // namespace rollcall
