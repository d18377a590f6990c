// SPDX-License-Identifier: MIT
#include "core/reports/tablereport.h"

namespace rollcall {

TableReport::TableReport(std::unique_ptr<TableWriter> table, std::vector<const ReportColumn *> columns)
    : m_table(std::move(table)),
      m_columns(std::move(columns))
{
}

bool TableReport::begin()
{
    QByteArrayList names;
    for (const ReportColumn *column : m_columns)
        names.append(column->name);
    return m_table->begin(names);
}

bool TableReport::write(const CheckResult &result)
{
    for (const ReportColumn *column : m_columns)
        m_table->add(column->value(result));
    return m_table->endRow();
}

bool TableReport::end()
{
    return m_table->end();
}

} // namespace rollcall
