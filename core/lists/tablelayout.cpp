// SPDX-License-Identifier: MIT
#include "core/lists/tablelayout.h"

#include <algorithm>

namespace rollcall {

qsizetype TableLayout::columnCount() const
{
    qsizetype count = 0;
    for (const QStringList &record : firstRecords)
        count = std::max(count, record.size());
    return count;
}

TableLayout tableLayout(const QString &text, const ImportChoices &choices)
{
    TableLayout table;
    table.separator = choices.separator ? *choices.separator : csvSeparator(text);
    table.firstRecords = firstCsvRecords(text, table.separator);
    table.columns = csvColumns(table.firstRecords, choices);
    return table;
}

} // namespace rollcall
