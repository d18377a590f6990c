// SPDX-License-Identifier: MIT
#include "ui/exportreport.h"

#include "core/reports/reportfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace rollcall {

namespace {

QString nameFilter(const ReportFormat &format)
{
    return QStringLiteral("%1 (*.%2)")
        .arg(QCoreApplication::translate("ReportFormat", format.title), QLatin1String(format.suffix));
}

} // namespace

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
    QStringList filters;
    for (const ReportFormat &format : reportFormats()) {
        if (format.isBuiltIn())
            filters.append(nameFilter(format));
    }
    return filters;
}

const ReportFormat &formatOfFilter(const QString &filter)
{
    const auto formats = reportFormats();
    const auto format = std::ranges::find(formats, filter, nameFilter);
    return format == formats.end() ? formats.front() : *format;
}

const ReportFormat &formatFor(const QString &path, const QString &filter)
{
    const QByteArray suffix = QFileInfo(path).suffix().toLower().toUtf8();
    const ReportFormat &chosen = formatOfFilter(filter);
    const auto formats = reportFormats();
    const auto named = std::ranges::find_if(
        formats, [&](const ReportFormat &each) { return each.isBuiltIn() && suffix == each.suffix; });
    return suffix == chosen.suffix || named == formats.end() ? chosen : *named;
}

} // namespace rollcall
