// SPDX-License-Identifier: MIT
// How the smaller tables look.
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace rollcall {

/// Whole rows are selected, they are low and without a grid, the Tab key leaves the table, and the last
/// column takes what width is left.
void showPlainRows(QTableView &table);

} // namespace rollcall
