// SPDX-License-Identifier: MIT
// The header of the table: a click sorts by a column, Shift and a click by one more, and arrows say by which.
#pragma once

#include "ui/rowsorter.h"

#include <QHeaderView>

namespace rollcall {

/// What a click on \a column makes of \a sorting: the column sorts up, then down, then not at all. Without
/// \a adds it is the only one; with it the others stay.
Sorting sortingAfterClick(const Sorting &sorting, ResultColumn column, bool adds);

/// Shows a Sorting by arrows, and where it has several columns by their rank beside the name. The owner
/// sorts.
class SortHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit SortHeader(QWidget *parent = nullptr);

    void setSorting(const Sorting &sorting);

Q_SIGNALS:
    /// The person wants the rows in this order.
    void sortingWanted(const rollcall::Sorting &sorting);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    Sorting m_sorting;
    bool m_adds = false; ///< whether the click that is handled came with Shift
};

} // namespace rollcall
