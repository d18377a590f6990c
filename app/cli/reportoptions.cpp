// SPDX-License-Identifier: MIT
#include "app/cli/reportoptions.h"

#include "app/cli/terminal.h"
#include "core/reports/reportcolumns.h"

namespace rollcall::cli {

namespace {

QString setSeparator(ReportOptions &options, const QString &value)
{
    const QString character = value == u"tab" ? QStringLiteral("\t") : value;
    if (character.size() != 1 || !QStringView(u",;|\t").contains(character))
        return QStringLiteral("takes a comma, a semicolon, a vertical bar or the word tab");
    options.separator = character.front().toLatin1();
    return {};
}

QString setColumns(ReportOptions &options, const QString &value)
{
    options.columns = value.toUtf8().split(',');
    for (QByteArray &name : options.columns) {
        name = name.trimmed();
        if (!reportColumn(name))
            return QStringLiteral("takes names of columns, such as url,status,total_ms");
    }
    return {};
}

constexpr ReportOption options[] = {
    {"columns", "NAMES", "these columns in CSV, XLSX and Markdown (all)", setColumns},
    {"csv-separator", "CHAR", "comma, semicolon, | or the word tab (,)", setSeparator},
    {"csv-bom", nullptr, "begin CSV with a byte order mark, for Excel",
     [](ReportOptions &o, const QString &) {
         o.byteOrderMark = true;
         return QString();
     }},
    {"csv-raw", nullptr, "leave cells alone that a spreadsheet would run",
     [](ReportOptions &o, const QString &) {
         o.rawCells = true;
         return QString();
     }},
    {"show-secrets", nullptr, "show passwords and tokens that are in URLs",
     [](ReportOptions &o, const QString &) {
         o.showSecrets = true;
         return QString();
     }},
};

} // namespace

std::unique_ptr<ReportFile> makeReport(const ReportRequest &request, const ReportOptions &options)
{
    if (!request.toStandardOutput())
        return std::make_unique<ReportFile>(request.path, *request.format, options);
    return std::make_unique<ReportFile>(openStream(Stream::Output), QStringLiteral("standard output"),
                                        *request.format, options);
}

std::span<const ReportOption> reportOptions()
{
    return options;
}

std::span<const ReportOption> csvOptions()
{
    return std::span(options).subspan(1); // all but --columns
}

QString notBuiltIn(const QString &subject, const char *needs)
{
    return QStringLiteral("%1 is not built in: this build has no %2.").arg(subject, QLatin1String(needs));
}

QString formatTitle(const char *title, bool isBuiltIn)
{
    const QString text = QLatin1String(title);
    return isBuiltIn ? text : text + QStringLiteral(" (not in this build)");
}

QString helpLine(const QString &name, const char *value, const QString &help)
{
    const QString left =
        value ? QStringLiteral("--%1 %2").arg(name, QLatin1String(value)) : QStringLiteral("--") + name;
    return QStringLiteral("  %1 %2\n").arg(left, -26).arg(help);
}

} // namespace rollcall::cli
