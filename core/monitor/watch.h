// SPDX-License-Identifier: MIT
// Watches lists over time: what to check when, and what its results mean. The clock is the caller's.
#pragma once

#include "core/monitor/outagefilter.h"
#include "core/monitor/timetable.h"
#include "core/monitor/urlwatch.h"
#include "core/monitor/watchsettings.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <chrono>
#include <deque>
#include <optional>

namespace rollcall {

/// A result and what it counts for.
struct WatchedResult {
    WatchedResult() = default;
    WatchedResult(int urlNumber, CheckResult checkResult, bool doesCount)
        : url(urlNumber),
          result(std::move(checkResult)),
          counts(doesCount)
    {
    }

    int url = 0;
    CheckResult result;
    bool counts = true;              ///< towards uptime: not in a local outage, nor while the URL is paused
    Health health = Health::Unknown; ///< of the URL, after this result
    QDateTime since;                 ///< UTC, when that state began
};

/// A change of one URL's state.
struct WatchedChange {
    WatchedChange() = default;
    WatchedChange(int urlNumber, HealthChange healthChange, Reason changeReason)
        : url(urlNumber),
          change(std::move(healthChange)),
          reason(std::move(changeReason))
    {
    }

    int url = 0;
    HealthChange change;
    Reason reason; ///< of the result that made the change
};

/// An outage of the own network.
struct LocalOutage {
    QDateTime began; ///< UTC
    std::optional<QDateTime> ended;
};

/// What has happened since it was last taken, each kind in its order.
struct WatchNews {
    WatchNews() = default;

    QList<WatchedResult> results;
    QList<WatchedChange> changes;
    QList<LocalOutage> outages; ///< that begin, or end
    QList<Alert> alerts;
    QList<UrlMemory> memories; ///< that changed, as they are now

    bool isEmpty() const
    {
        return results.isEmpty() && changes.isEmpty() && outages.isEmpty() && alerts.isEmpty() &&
               memories.isEmpty();
    }
};

/// The whole of watching, without a network and without a clock: gives the URLs that are to be checked now,
/// takes their results, and says what is new. URLs are numbered from 0, list after list.
class Watch
{
public:
    Watch(WatchSettings settings, const QList<WatchedList> &lists, const Moment &now);
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    int count() const { return int(m_urls.size()); }
    const UrlWatch &url(int number) const { return m_urls[std::size_t(number)].watch; }
    /// Goes on where an earlier watch was. Before the first check.
    void restore(const QHash<QByteArray, UrlMemory> &memories);

    /// These URLs were checked by an earlier watch, at these times of Moment::elapsed: their intervals go on
    /// from there. Before the first check.
    void goOnFrom(const QHash<QByteArray, std::chrono::milliseconds> &checked, const Moment &now);

    /// The URLs to check now; each has to come back by deliver(). Those in maintenance are paused instead.
    QList<int> takeDue(const Moment &now);
    /// How long until something is due; none: never.
    std::optional<std::chrono::milliseconds> untilNext(const Moment &now) const;
    /// The result of a check that ended just now. A cancelled one only says that it is over.
    void deliver(int url, CheckResult result, const Moment &now);
    WatchNews takeNews() { return std::exchange(m_news, {}); }

    /// At once, also what is paused or in maintenance: its result is kept, and changes no state.
    void checkNow(int url, const Moment &now);
    void pause(int url, const Moment &now);
    void resume(int url, const Moment &now);

    bool isRunning(int url) const { return m_timetable.isRunning(url); }
    bool isOut() const { return m_outage.isOut(); }
    /// Checks that were due while the one before was under way.
    qint64 skipped() const { return m_timetable.skipped(); }

private:
    struct Url {
        Url(UrlWatch urlWatch, QByteArray urlHost, bool isNearUrl, std::chrono::milliseconds urlOffset)
            : watch(std::move(urlWatch)),
              host(std::move(urlHost)),
              isNear(isNearUrl),
              offset(urlOffset)
        {
        }
        UrlWatch watch;
        QByteArray host;
        bool isNear;
        std::chrono::milliseconds offset;
        const QList<MaintenanceWindow> *maintenance = nullptr;
        bool isPausedByHand = false;
        bool isAskedFor = false; // by checkNow()
    };

    void addList(const WatchedList &list, const Moment &now);
    bool isHeldByMaintenance(int number, const Moment &now);
    void pass(const OutageFilter::Step &step, const Moment &now);
    void judge(OutageFilter::Item item, const Moment &now);
    void noteOutage(OutageFilter::Notice notice, const Moment &now);
    void askWitnesses(const Moment &now);
    void probe(int number, const Moment &now);
    void report(int number, UrlWatch::News news);

    const WatchSettings m_settings;
    const QList<WatchedList> m_lists;
    std::deque<Url> m_urls;
    Timetable m_timetable;
    OutageFilter m_outage;
    QDateTime m_outSince;
    QSet<int> m_probed; // URLs that are asked again and again in the outage that lasts
    QSet<int> m_missed; // URLs that could not be reached in the outage that lasts
    WatchNews m_news;
};

} // namespace rollcall
