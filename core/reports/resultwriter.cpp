// SPDX-License-Identifier: MIT
#include "core/reports/resultwriter.h"

#include "core/reports/csvwriter.h"
#include "core/reports/jsonlwriter.h"
#include "core/reports/reportfile.h"

#include <algorithm>

namespace rollcall {

namespace {

template <class Writer>
std::unique_ptr<ResultWriter> make(QIODevice &device, const ReportOptions &options)
{
    return std::make_unique<Writer>(device, options);
}

constexpr ReportFormat formats[] = {
    {"csv", QT_TRANSLATE_NOOP("ReportFormat", "CSV table"), "csv", make<CsvWriter>},
    {"jsonl", QT_TRANSLATE_NOOP("ReportFormat", "JSON lines"), "jsonl", make<JsonlWriter>},
};

} // namespace

std::span<const ReportFormat> reportFormats()
{
    return formats;
}

const ReportFormat *reportFormat(QByteArrayView id)
{
    const auto format =
        std::ranges::find(formats, id, [](const ReportFormat &f) { return QByteArrayView(f.id); });
    return format == std::end(formats) ? nullptr : format;
}

QString saveReport(const QString &path, const ReportFormat &format, const ReportOptions &options,
                   const QList<CheckResult> &results)
{
    ReportFile file(path, format, options);
    QString failure = file.open();
    for (auto result = results.begin(); failure.isEmpty() && result != results.end(); ++result)
        failure = file.write(*result);
    return failure.isEmpty() ? file.commit() : failure;
}

} // namespace rollcall
