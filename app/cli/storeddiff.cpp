// SPDX-License-Identifier: MIT
#include "app/cli/storeddiff.h"

#include "app/cli/historysentence.h"
#include "core/history/comparedruns.h"
#include "core/history/historyfile.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace rollcall::cli {

namespace {

/// How far back the runs are looked through.
constexpr int mostRuns = 10'000;

/// Reads two runs of one history. The first thing that goes wrong is kept, and nothing is done after it.
class RunReader
{
public:
    explicit RunReader(const QString &path) : m_path(path), m_file(path)
    {
        // Opening would make a new one.
        if (!QFileInfo(path).isFile())
            m_failure = QStringLiteral("There is no history \"%1\".").arg(path);
        else if (const MaybeProblem problem = m_file.open())
            fail(*problem);
    }

    const QString &failure() const { return m_failure; }
    /// The numbers of the last run and of the one before it, the earlier first.
    QList<qint64> lastTwo();
    /// One result for each URL of the list, in its order: the last, if there are several.
    QList<CheckResult> results(qint64 number);

private:
    std::optional<StoredRun> find(qint64 number);
    void fail(const StoreProblem &problem) { m_failure = historySentence(m_path, problem); }

    const QString m_path;
    HistoryFile m_file;
    QString m_failure;
};

QList<qint64> RunReader::lastTwo()
{
    if (!m_failure.isEmpty())
        return {};
    const Answer<QList<StoredRun>> answer = wholeRuns(m_file, mostRuns);
    if (const auto *problem = std::get_if<StoreProblem>(&answer)) {
        fail(*problem);
        return {};
    }
    const auto &runs = std::get<QList<StoredRun>>(answer);
    if (!runs.isEmpty()) {
        const auto last = runs.begin();
        const auto before = std::find_if(last + 1, runs.end(), [last](const StoredRun &run) {
            return run.start.list == last->start.list;
        });
        if (before != runs.end())
            return {before->id, last->id};
    }
    m_failure = QStringLiteral("There are no two runs of the same list in the history \"%1\" that went on to "
                               "their end.")
                    .arg(m_path);
    return {};
}

QList<CheckResult> RunReader::results(qint64 number)
{
    if (!find(number))
        return {};
    const Answer<QList<CheckResult>> answer = resultsByPlace(m_file, number);
    if (const auto *problem = std::get_if<StoreProblem>(&answer)) {
        fail(*problem);
        return {};
    }
    return std::get<QList<CheckResult>>(answer);
}

std::optional<StoredRun> RunReader::find(qint64 number)
{
    if (!m_failure.isEmpty())
        return std::nullopt;
    const Answer<std::optional<StoredRun>> answer = m_file.runs().find(number);
    if (const auto *problem = std::get_if<StoreProblem>(&answer)) {
        fail(*problem);
        return std::nullopt;
    }
    const auto &run = std::get<std::optional<StoredRun>>(answer);
    if (!run)
        m_failure = QStringLiteral("There is no run %1 in the history \"%2\".").arg(number).arg(m_path);
    else if (!isWhole(*run))
        m_failure = QStringLiteral("Run %1 cannot be compared: it did not go on to its end.").arg(number);
    return m_failure.isEmpty() ? run : std::nullopt;
}

} // namespace

std::variant<RunDifference, QString> compareStoredRuns(const DiffCommand &command)
{
    RunReader reader(command.history);
    const QList<qint64> runs = command.runs.isEmpty() ? reader.lastTwo() : command.runs;
    const QList<CheckResult> before = reader.results(runs.value(0));
    const QList<CheckResult> after = reader.results(runs.value(1));
    if (!reader.failure().isEmpty())
        return reader.failure();
    return compareRuns(before, after, command.thresholds);
}

} // namespace rollcall::cli
