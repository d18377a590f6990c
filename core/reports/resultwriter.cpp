// SPDX-License-Identifier: MIT
#include "core/reports/resultwriter.h"

#include "core/reports/csvwriter.h"
#include "core/reports/failureswriter.h"
#include "core/reports/htmlwriter.h"
#include "core/reports/jsonlwriter.h"
#include "core/reports/junitwriter.h"
#include "core/reports/markdownwriter.h"
#include "core/reports/prometheuswriter.h"
#include "core/reports/reportfile.h"
#include "core/reports/sitemapwriter.h"
#ifdef ROLLCALL_WITH_XLSXWRITER
#include "core/reports/xlsxwriter.h"
#endif

#include <algorithm>

namespace rollcall {

namespace {

template <class Writer>
std::unique_ptr<ResultWriter> make(QIODevice &device, const ReportOptions &options)
{
    return std::make_unique<Writer>(device, options);
}

#ifdef ROLLCALL_WITH_XLSXWRITER
constexpr auto makeXlsx = make<XlsxWriter>;
#else
constexpr std::nullptr_t makeXlsx = nullptr;
#endif

constexpr ReportFormat formats[] = {
    {"csv", QT_TRANSLATE_NOOP("ReportFormat", "CSV table"), "csv", make<CsvWriter>},
    {"jsonl", QT_TRANSLATE_NOOP("ReportFormat", "JSON lines"), "jsonl", make<JsonlWriter>},
    {"xlsx", QT_TRANSLATE_NOOP("ReportFormat", "Excel workbook"), "xlsx", makeXlsx, "libxlsxwriter"},
    {"html", QT_TRANSLATE_NOOP("ReportFormat", "HTML page"), "html", make<HtmlWriter>},
    {"markdown", QT_TRANSLATE_NOOP("ReportFormat", "Markdown table"), "md", make<MarkdownWriter>},
    {"junit", QT_TRANSLATE_NOOP("ReportFormat", "JUnit test report"), "xml", make<JunitWriter>},
    {"prometheus", QT_TRANSLATE_NOOP("ReportFormat", "Prometheus metrics"), "prom", make<PrometheusWriter>},
    {"failures", QT_TRANSLATE_NOOP("ReportFormat", "List of the failed URLs"), "txt", make<FailuresWriter>},
    {"sitemap", QT_TRANSLATE_NOOP("ReportFormat", "Sitemap of the good URLs"), "xml", make<SitemapWriter>},
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
