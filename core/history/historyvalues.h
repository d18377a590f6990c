// SPDX-License-Identifier: MIT
// What the history takes and gives, as plain values.
#pragma once

#include "core/check/checkprogress.h"
#include "core/check/checkresult.h"
#include "core/check/reason.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// Who began a run.
enum class RunKind {
    Window,      ///< a person, in the window
    CommandLine, ///< `rollcall-cli check`
    Scheduled,   ///< a schedule
};

/// A run that begins.
struct RunStart {
    RunStart() = default;
    RunStart(RunKind runKind, QString listName, QDateTime start, qsizetype urls)
        : kind(runKind),
          list(std::move(listName)),
          began(std::move(start)),
          total(urls)
    {
    }

    RunKind kind = RunKind::Window;
    QString list;                 ///< what people call it: a name, or the names of files
    std::optional<qint64> listId; ///< of the store's list, if it is one
    QDateTime began;              ///< UTC
    qsizetype total = 0;          ///< URLs of the list

    friend bool operator==(const RunStart &, const RunStart &) = default;
};

/// A run that was kept.
struct StoredRun {
    StoredRun() = default;

    qint64 id = 0; ///< never used again, also not after the run was dropped
    RunStart start;
    std::optional<QDateTime> ended; ///< UTC; nothing while it runs, and if it was killed
    CheckProgress counts;           ///< as it ended; of one that did not, the total alone

    friend bool operator==(const StoredRun &, const StoredRun &) = default;
};

/// A result for the history.
struct HistoryResult {
    HistoryResult() = default;
    HistoryResult(qint64 indexInList, CheckResult checkResult, bool doesCount = true)
        : position(indexInList),
          result(std::move(checkResult)),
          counts(doesCount)
    {
    }

    qint64 position = 0; ///< in the run's list
    CheckResult result;
    bool counts = true; ///< towards uptime; not in a maintenance window, for example

    friend bool operator==(const HistoryResult &, const HistoryResult &) = default;
};

/// How often a URL was checked, and how that ended. Checks and not seconds are counted: no check, no claim.
struct Availability {
    Availability() = default;

    qint64 ok = 0;
    qint64 warnings = 0;
    qint64 failed = 0;
    qint64 unknown = 0; ///< does not count: a local outage, a maintenance window

    qint64 counted() const { return ok + warnings + failed; }
    /// The part of the checks that count which did not fail, 0 to 1; nothing when none counts.
    std::optional<double> uptime() const
    {
        return counted() == 0 ? std::nullopt : std::optional(double(ok + warnings) / double(counted()));
    }
    void add(const Availability &other);

    friend bool operator==(const Availability &, const Availability &) = default;
};

/// The uptime that a screen shows. Each period ends now and begins with the hour (the first two) or the day
/// in UTC that the moment so long ago lies in.
struct UptimeSummary {
    UptimeSummary() = default;

    Availability day;   ///< 24 hours
    Availability week;  ///< 7 days
    Availability month; ///< 30 days
    Availability year;  ///< 365 days

    friend bool operator==(const UptimeSummary &, const UptimeSummary &) = default;
};

/// One point of a chart.
struct SeriesPoint {
    using Microseconds = std::chrono::microseconds;

    SeriesPoint() = default;

    QDateTime began; ///< UTC; the point stands for what lies between this and the next
    Availability counts;
    /// Of the checks that did not fail; nothing when there were none. Exact where each result is still there,
    /// else within 2.5 %, except for the least and the greatest.
    std::optional<Microseconds> least;
    std::optional<Microseconds> median;
    std::optional<Microseconds> percentile95;
    std::optional<Microseconds> greatest;

    friend bool operator==(const SeriesPoint &, const SeriesPoint &) = default;
};

/// A time for which a URL was down.
struct Incident {
    Incident() = default;
    Incident(QByteArray incidentUrl, QDateTime beginning, Reason why)
        : url(std::move(incidentUrl)),
          began(std::move(beginning)),
          reason(std::move(why))
    {
    }

    QByteArray url;
    QDateTime began;                ///< UTC
    std::optional<QDateTime> ended; ///< UTC; nothing while it lasts
    Reason reason;                  ///< of the failure that began it

    /// How long it lasted, or has lasted by \a now.
    std::chrono::milliseconds duration(const QDateTime &now) const
    {
        return std::chrono::milliseconds(began.msecsTo(ended.value_or(now)));
    }
    friend bool operator==(const Incident &, const Incident &) = default;
};

/// One line of the overview of a list.
struct UrlOverview {
    UrlOverview() = default;

    QByteArray url;
    Availability counts;                ///< of the period asked for
    std::optional<HistoryResult> last;  ///< the last result that is still there
    std::optional<QDateTime> downSince; ///< of the incident that lasts

    friend bool operator==(const UrlOverview &, const UrlOverview &) = default;
};

/// How long the history is kept.
struct Retention {
    Retention() = default;
    Retention(int daysOfResults, int daysOfRollUps) : results(daysOfResults), rollUps(daysOfRollUps) {}

    int results = 30;  ///< days for which each result and the runs are kept, 1 to 3,650
    int rollUps = 730; ///< days for which hours, days and incidents are kept: at least as many, up to 36,500

    bool isValid() const
    {
        return results >= 1 && results <= 3'650 && rollUps >= results && rollUps <= 36'500;
    }
    friend bool operator==(const Retention &, const Retention &) = default;
};

} // namespace rollcall
