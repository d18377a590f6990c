// SPDX-License-Identifier: MIT
#include "ui/rowtable.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QTableView>

namespace rollcall {

void showPlainRows(QTableView &table)
{
    constexpr int padding = 6;
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setMinimumSectionSize(0);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + padding);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(true);
}

} // namespace rollcall
