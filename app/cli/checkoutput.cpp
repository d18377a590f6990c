// SPDX-License-Identifier: MIT
#include "app/cli/checkoutput.h"

#include "app/cli/plaintext.h"
#include "app/cli/terminal.h"

#include <algorithm>

namespace rollcall::cli {

namespace {

bool wantsProgress(const CheckCommand &command)
{
    switch (command.progress) {
    case ProgressMode::Auto:
        return isTerminal(Stream::Error);
    case ProgressMode::Always:
        return true;
    case ProgressMode::Never:
        return false;
    }
    return false;
}

bool wantsColor(const CheckCommand &command, Stream stream)
{
    // https://no-color.org: set, and not empty
    return command.color && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb" &&
           isTerminal(stream);
}

Stream consoleStream(const CheckCommand &command)
{
    const bool isTaken = std::ranges::any_of(command.reports, &ReportRequest::toStandardOutput);
    return isTaken ? Stream::Error : Stream::Output;
}

} // namespace

CheckOutput::CheckOutput(const CheckCommand &command, std::function<void()> onFailure)
    : m_showsTable(command.reports.isEmpty() && !command.quiet),
      m_showsSecrets(command.reportOptions.showSecrets),
      m_showsSummary(!command.quiet),
      m_onFailure(std::move(onFailure)),
      m_standardError(openStream(Stream::Error)),
      m_console(openStream(consoleStream(command))),
      m_formatter(wantsColor(command, consoleStream(command))),
      m_ordered([this](const CheckResult &result) { write(result); })
{
    m_summary.verifiesTls = command.settings.transport.verifyTls;
    if (wantsProgress(command))
        m_progress.emplace(*m_standardError);
    for (const ReportRequest &request : command.reports)
        m_reports.push_back({makeReport(request, command.reportOptions), request.toStandardOutput()});
}

CheckOutput::~CheckOutput() = default;

QString CheckOutput::open()
{
    for (const Report &report : m_reports) {
        QString failure = report.file->open();
        if (!failure.isEmpty())
            return failure;
    }
    if (m_showsTable)
        print(m_formatter.heading());
    return {};
}

void CheckOutput::add(IndexedResult result)
{
    m_summary.count(result.result);
    m_ordered.add(std::move(result));
}

void CheckOutput::tick(const CheckProgress &progress)
{
    flush();
    m_progress->draw(progress, terminalColumns(Stream::Error));
}

void CheckOutput::finish(const CheckProgress &progress)
{
    flush();
    if (m_progress)
        m_progress->erase();
    m_progress.reset();
    for (Report &report : m_reports) {
        if (report.file)
            close(report, report.file->commit());
    }
    m_summary.progress = progress;
    if (m_showsSummary)
        print((m_showsTable ? QStringLiteral("\n") : QString()) + m_formatter.summary(m_summary));
}

void CheckOutput::write(const CheckResult &result)
{
    for (Report &report : m_reports) {
        const QString failure = report.file ? report.file->write(result) : QString();
        if (!failure.isEmpty())
            close(report, failure);
    }
    // After Ctrl+C, thousands of rows that say "never started" would push what was done off the screen.
    const bool neverStarted = result.outcome == Outcome::Cancelled && result.attempts == 0;
    if (m_showsTable && !neverStarted)
        print(m_formatter.row(m_showsSecrets ? result : redacted(result)));
}

void CheckOutput::print(const QString &text)
{
    if (!m_console)
        return;
    m_pending += text.toUtf8();
    if (!m_progress)
        flush();
}

void CheckOutput::flush()
{
    if (m_pending.isEmpty())
        return;
    if (m_progress)
        m_progress->erase();
    const bool written = writeAll(*m_console, m_pending);
    m_pending.clear();
    if (written)
        return;
    const QString reason = m_console->errorString();
    m_console.reset();
    fail(QStringLiteral("Cannot write the table: %1.").arg(reason), true);
}

void CheckOutput::close(Report &report, const QString &failure)
{
    report.file.reset();
    if (!failure.isEmpty())
        fail(failure, report.isStandardOutput);
}

void CheckOutput::fail(const QString &sentence, bool onStandardOutput)
{
    const bool isFirst = !m_failed && !m_readerIsGone;
    if (onStandardOutput && outputReaderIsGone()) {
        m_readerIsGone = true;
    } else {
        m_failed = true;
        if (m_progress)
            m_progress->erase();
        complain(sentence);
    }
    if (isFirst)
        m_onFailure();
}

} // namespace rollcall::cli
