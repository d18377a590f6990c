// SPDX-License-Identifier: MIT
#include "ui/bardelegate.h"

#include "ui/resultmodel.h"

#include <QApplication>
#include <QPainter>

namespace rollcall {

namespace {

constexpr int barWidth = 5;
constexpr int barMargin = 4;

} // namespace

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);

    QStyleOptionViewItem number = option;
    number.rect.adjust(0, 0, -(barWidth + barMargin), 0);
    QStyledItemDelegate::paint(painter, number, index);

    const QVariant bar = index.data(ResultModel::BarRole);
    if (!bar.isValid())
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor color = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    color.setAlphaF(0.45F);
    const int most = option.rect.height() - 2 * barMargin;
    const int height = std::max(1, qRound(bar.toDouble() * most));
    painter->fillRect(QRect(option.rect.right() - barMargin - barWidth + 1,
                            option.rect.bottom() - barMargin - height + 1, barWidth, height),
                      color);
}

} // namespace rollcall
