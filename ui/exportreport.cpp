// SPDX-License-Identifier: MIT
#include "ui/exportreport.h"

#include "core/reports/reportfile.h"
#include "ui/formatfilters.h"

namespace rollcall {

QString exportReport(const QString &path, const ReportFormat &format, const ReportOptions &options,
                     const std::vector<ResultRow> &rows)
{
    ReportFile file(path, format, options);
    QString failure = file.open();
    for (auto row = rows.begin(); failure.isEmpty() && row != rows.end(); ++row)
        failure = file.write(resultOf(*row));
    return failure.isEmpty() ? file.commit() : failure;
}

QStringList reportNameFilters()
{
    return nameFiltersOf(reportFormats());
}

const ReportFormat &formatOfFilter(const QString &filter)
{
    return formatWithFilter(reportFormats(), filter);
}

const ReportFormat &formatFor(const QString &path, const QString &filter)
{
    return formatForPath(reportFormats(), path, filter);
}

} // namespace rollcall
