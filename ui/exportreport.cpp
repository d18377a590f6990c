// SPDX-License-Identifier: MIT
#include "ui/exportreport.h"

#include "core/reports/reportfile.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace rollcall {

QString exportReport(const QString &path, const ReportFormat &format, const std::vector<ResultRow> &rows)
{
    ReportFile file(path, format, {});
    QString failure = file.open();
    for (auto row = rows.begin(); failure.isEmpty() && row != rows.end(); ++row)
        failure = file.write(row->result ? *row->result : CheckResult::neverStarted(row->entry.url));
    return failure.isEmpty() ? file.commit() : failure;
}

const ReportFormat *formatOfPath(const QString &path)
{
    const QByteArray suffix = QFileInfo(path).suffix().toLower().toUtf8();
    const auto formats = reportFormats();
    const auto format = std::ranges::find_if(
        formats, [&suffix](const ReportFormat &candidate) { return suffix == candidate.suffix; });
    return format == formats.end() ? nullptr : &*format;
}

QStringList reportNameFilters()
{
    QStringList filters;
    for (const ReportFormat &format : reportFormats()) {
        filters.append(
            QStringLiteral("%1 (*.%2)")
                .arg(QString::fromLatin1(format.id).toUpper(), QString::fromLatin1(format.suffix)));
    }
    return filters;
}

} // namespace rollcall
