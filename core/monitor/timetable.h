// SPDX-License-Identifier: MIT
// Knows what is due when: many schedules on one clock, which is the caller's.
#pragma once

#include "core/monitor/moment.h"
#include "core/monitor/schedule.h"

#include <QByteArrayView>
#include <QList>

#include <chrono>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace rollcall {

/// How long after its time something with this \a key is due, so that not everything is due at once: from 0
/// to less than \a range, the same for the same seed on every machine.
std::chrono::milliseconds spread(QByteArrayView key, quint64 seed, std::chrono::milliseconds range);

/// Gives each item when its time has come. What is due while it still runs is skipped, and counted. However
/// late the caller comes (the machine slept), an item is due once and not once for each time that was missed.
///
/// Intervals follow Moment::elapsed, which nobody sets. Times of day follow the wall clock: those that a
/// clock set forward passes over are due at once; after one set back by up to three hours nothing comes a
/// second time, and after a larger step the new time simply holds (the rules of Debian's cron(8)).
class Timetable
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// Adds the item with the next number, from 0. The first run of an interval is \a offset from \a now; a
    /// time of day comes that much later each time.
    int add(Schedule schedule, Milliseconds offset, const Moment &now);
    int count() const { return int(m_items.size()); }

    /// The items that are due, in the order in which they were; each runs until ended().
    QList<int> takeDue(const Moment &now);
    void ended(int item) { m_items[std::size_t(item)].isRunning = false; }
    bool isRunning(int item) const { return m_items[std::size_t(item)].isRunning; }

    /// The item ran at \a when on the elapsed clock, before it was added: an interval goes on from there,
    /// and what is overdue is due now. Times of day are what they are.
    void ranAt(int item, Milliseconds when, const Moment &now);
    /// One run out of turn, \a delay from now; replaces an earlier wish. A run by the schedule that comes
    /// first fulfils it. Wishes hold for items that are paused, too.
    void runOnce(int item, Milliseconds delay, const Moment &now);
    /// Nothing by the schedule until resume().
    void pause(int item);
    /// The schedule begins anew, as if the item was added now, and there is a run after its offset.
    void resume(int item, const Moment &now);
    bool isPaused(int item) const { return m_items[std::size_t(item)].isPaused; }

    /// How long until something is due, zero if it is; none: nothing ever will be.
    std::optional<Milliseconds> untilNext(const Moment &now) const;
    /// Runs that were due while the one before was under way.
    qint64 skipped() const { return m_skipped; }
    qint64 skipped(int item) const { return m_items[std::size_t(item)].skipped; }

private:
    struct Item {
        Schedule schedule;
        Milliseconds offset{0};
        bool isRunning = false;
        bool isPaused = false;
        qint64 skipped = 0;
        Milliseconds due{0};               // by the schedule, on the elapsed clock
        QDateTime wallDue;                 // the same on the wall clock, for times of day; without offset
        std::optional<Milliseconds> extra; // a run out of turn
        std::optional<Milliseconds> queuedAs;
    };

    void begin(Item &item, const Moment &now);
    void advance(Item &item, const Moment &now);
    void showOnElapsedClock(Item &item, const Moment &now);
    void noteWallClock(const Moment &now);
    void enqueue(int number);
    static std::optional<Milliseconds> nextOf(const Item &item);

    std::vector<Item> m_items;
    std::set<std::pair<Milliseconds, int>> m_queue; // when, item
    std::optional<Milliseconds> m_wallOffset;       // wall clock minus elapsed clock, when last looked at
    qint64 m_skipped = 0;
};

} // namespace rollcall
