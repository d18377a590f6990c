// SPDX-License-Identifier: MIT
// Draws the response times of a row's last checks as a small line.
#pragma once

#include <QStyledItemDelegate>

namespace rollcall {

/// For a column whose cells have a list of times in ResultModel::TrendRole. A failed check is a mark in the
/// colour of failure, at the foot of the cell. The height is the row's own: what is high in one may be low in
/// another.
class TrendDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace rollcall
