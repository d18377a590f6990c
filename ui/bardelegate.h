// SPDX-License-Identifier: MIT
// Draws a cell's number with a small upright bar at its right, to compare rows at a glance.
#pragma once

#include <QStyledItemDelegate>

namespace rollcall {

/// For columns whose cells may have a value in ResultModel::BarRole; the place of the bar is kept free in
/// all.
class BarDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace rollcall
