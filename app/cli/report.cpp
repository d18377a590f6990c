// SPDX-License-Identifier: MIT
#include "app/cli/report.h"

#include "app/cli/exitcode.h"
#include "app/cli/plaintext.h"
#include "app/cli/reportcommand.h"
#include "app/cli/resultsource.h"
#include "app/cli/storedruns.h"
#include "app/cli/terminal.h"
#include "core/reports/jsonlreader.h"
#include "core/reports/reportfile.h"

namespace rollcall::cli {

namespace {

constexpr qint64 maximumShownRejects = 20;

/// Reads one source into one report.
class Rendering
{
public:
    Rendering(QFile &source, QString sourceName, ReportFile &report)
        : m_reader(source),
          m_sourceName(std::move(sourceName)),
          m_report(report)
    {
    }

    /// Returns an English sentence when there is no report.
    QString run()
    {
        QString failure = m_report.open();
        while (failure.isEmpty()) {
            std::optional<ReadResult> read = m_reader.next();
            if (!read)
                break;
            if (const auto *rejected = std::get_if<RejectedResult>(&*read))
                note(*rejected);
            else
                failure = add(std::get<CheckResult>(*read));
        }
        if (failure.isEmpty())
            failure = sourceFailure();
        return failure.isEmpty() ? m_report.commit() : failure;
    }

    /// Says how many more lines were left out than were shown.
    void noteTheRest() const
    {
        if (m_rejected > maximumShownRejects)
            printNote(
                QStringLiteral("... and %1 more").arg(counted(m_rejected - maximumShownRejects, "line")));
    }

    qint64 rejected() const { return m_rejected; }

private:
    QString add(const CheckResult &result)
    {
        ++m_taken;
        return m_report.write(result);
    }

    void note(const RejectedResult &rejected)
    {
        if (++m_rejected <= maximumShownRejects)
            printNote(QStringLiteral("%1:%2: %3").arg(m_sourceName).arg(rejected.line).arg(rejected.reason));
    }

    QString sourceFailure() const
    {
        if (!m_reader.error().isEmpty())
            return QStringLiteral("Cannot read \"%1\": %2.").arg(m_sourceName, m_reader.error());
        if (m_taken == 0)
            return QStringLiteral("There is no result in \"%1\".").arg(m_sourceName);
        return {};
    }

    JsonlReader m_reader;
    QString m_sourceName;
    ReportFile &m_report;
    qint64 m_taken = 0;
    qint64 m_rejected = 0;
};

int render(const ReportCommand &command)
{
    ResultSource source(command.source);
    if (!source.problem.isEmpty())
        return refuse(source.problem);
    if (source.isFile(command.request.path))
        return refuse(QStringLiteral("The report \"%1\" would overwrite the results that it is made of.")
                          .arg(command.request.path));

    const std::unique_ptr<ReportFile> report = makeReport(command.request, command.options);
    Rendering rendering(*source.file, source.name, *report);
    const QString failure = rendering.run();
    rendering.noteTheRest();
    if (!failure.isEmpty() && command.request.toStandardOutput() && outputReaderIsGone())
        return ExitInterrupted;
    if (!failure.isEmpty())
        return refuse(failure);
    return rendering.rejected() > 0 ? ExitFailed : ExitPassed;
}

} // namespace

int runReport(const QStringList &arguments)
{
    const auto parsed = parseReportCommand(arguments);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        return refuse(error->sentence);
    if (std::holds_alternative<HelpRequest>(parsed)) {
        openStream(Stream::Output)->write(reportHelp().toUtf8());
        return ExitPassed;
    }
    const auto &command = std::get<ReportCommand>(parsed);
    return command.history ? reportStoredRuns(command) : render(command);
}

} // namespace rollcall::cli
