// SPDX-License-Identifier: MIT
// A report that is a table: one row a result, one column a value of it.
#pragma once

#include "core/reports/resultwriter.h"
#include "core/reports/tablewriter.h"

#include <memory>
#include <vector>

namespace rollcall {

/// Hands the values of results to a table.
class TableReport : public ResultWriter
{
public:
    TableReport(std::unique_ptr<TableWriter> table, std::vector<const ReportColumn *> columns);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;
    QString problem() const override { return m_table->problem(); }

private:
    std::unique_ptr<TableWriter> m_table;
    std::vector<const ReportColumn *> m_columns;
};

} // namespace rollcall
