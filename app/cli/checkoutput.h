// SPDX-License-Identifier: MIT
// Everything that a check writes while it runs: reports, table, progress bar, summary.
#pragma once

#include "app/cli/checkcommand.h"
#include "app/cli/orderedresults.h"
#include "app/cli/progressline.h"
#include "app/cli/tableformatter.h"
#include "core/check/checkprogress.h"
#include "core/check/checkresult.h"
#include "core/reports/reportfile.h"

#include <QByteArray>
#include <QFile>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rollcall::cli {

/// Takes results in any order and writes them in the list's. Without a report it prints the table to standard
/// output; the summary goes there too, or to standard error when a report has standard output for itself.
class CheckOutput
{
public:
    /// \a onFailure is called, once, when nothing more should be checked: what could not be written has been
    /// said by then, and is left out from then on.
    CheckOutput(const CheckCommand &command, std::function<void()> onFailure);
    ~CheckOutput();
    CheckOutput(const CheckOutput &) = delete;
    CheckOutput &operator=(const CheckOutput &) = delete;

    /// Opens every report. Returns an English sentence when one cannot be written.
    QString open();
    void add(IndexedResult result);
    /// Whether tick() is to be called, some ten times a second.
    bool showsProgress() const { return m_progress.has_value(); }
    void tick(const CheckProgress &progress);
    /// Puts every report in its place and prints the summary.
    void finish(const CheckProgress &progress);

    /// A report or the table could not be written.
    bool hasFailed() const { return m_failed; }
    /// Whoever read our standard output has had enough, as in `rollcall-cli … | head`.
    bool readerIsGone() const { return m_readerIsGone; }

private:
    struct Report {
        std::unique_ptr<ReportFile> file; ///< null once it is closed
        bool isStandardOutput;
    };

    void write(const CheckResult &result);
    void print(const QString &text);
    void flush();
    void close(Report &report, const QString &failure);
    void fail(const QString &sentence, bool onStandardOutput);

    bool m_showsTable;
    bool m_showsSecrets;
    bool m_showsSummary;
    bool m_failed = false;
    bool m_readerIsGone = false;
    std::function<void()> m_onFailure;
    std::unique_ptr<QFile> m_standardError;
    std::unique_ptr<QFile> m_console; ///< where table and summary go; null once it has failed
    std::optional<ProgressLine> m_progress;
    TableFormatter m_formatter;
    RunSummary m_summary;
    QByteArray m_pending; ///< rows that wait for the next redrawing of the progress bar
    std::vector<Report> m_reports;
    OrderedResults m_ordered;
};

} // namespace rollcall::cli
