// SPDX-License-Identifier: MIT
// What the sub-commands share about reports: where one goes, its options, and what their help says.
#pragma once

#include "core/reports/reportfile.h"
#include "core/url/redact.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <memory>
#include <span>

namespace rollcall::cli {

/// A report that was asked for.
struct ReportRequest {
    ReportRequest() = default;
    ReportRequest(const ReportFormat *reportFormat, QString filePath)
        : format(reportFormat),
          path(std::move(filePath))
    {
    }

    const ReportFormat *format = nullptr;
    QString path; ///< "-" is standard output

    bool toStandardOutput() const { return path == QLatin1String("-"); }
    friend bool operator==(const ReportRequest &, const ReportRequest &) = default;
};

/// The report for \a request, not yet open.
std::unique_ptr<ReportFile> makeReport(const ReportRequest &request, const ReportOptions &options);

/// One option: one line of the table.
struct ReportOption {
    const char *name;
    const char *value; ///< what --help calls it; null: the option has none
    const char *help;
    /// Returns what is wrong with \a value, in English behind "--name "; empty when it was taken.
    QString (*apply)(ReportOptions &options, const QString &value);
};

std::span<const ReportOption> reportOptions();
/// Those of them that concern CSV alone, whatever its rows are about.
std::span<const ReportOption> csvOptions();

/// Hands \a option, if it is set, to \a target. Returns what is wrong with its value as an English sentence.
template <class Option, class Target>
QString applyOption(const QCommandLineParser &parser, const Option &option, Target &target)
{
    const QString name = QLatin1String(option.name);
    if (!parser.isSet(name))
        return {};
    const QStringList values = option.value ? parser.values(name) : QStringList{QString()};
    for (const QString &value : values) {
        const QString problem = option.apply(target, value);
        if (!problem.isEmpty())
            return QStringLiteral("--%1 %2, not \"%3\".").arg(name, problem, redacted(value));
    }
    return {};
}

/// The sentence for a format that this build lacks, for want of the library \a needs; \a subject is what
/// asked for it.
QString notBuiltIn(const QString &subject, const char *needs);

/// The \a title of a format for --help, with a word when the build lacks it.
QString formatTitle(const char *title, bool isBuiltIn);

/// One line of --help, with the name in front: "  --name VALUE   help".
QString helpLine(const QString &name, const char *value, const QString &help);

} // namespace rollcall::cli
