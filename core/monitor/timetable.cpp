// SPDX-License-Identifier: MIT
#include "core/monitor/timetable.h"

#include <algorithm>
#include <utility>

namespace rollcall {

namespace {

using std::chrono::milliseconds;

/// Less is what a time server does to a clock all day.
constexpr milliseconds smallestStep{500};
constexpr milliseconds largestCorrection = std::chrono::hours(3);

milliseconds wallTime(const QDateTime &moment)
{
    return milliseconds(moment.toMSecsSinceEpoch());
}

} // namespace

// FNV-1a with the final mixing of SplitMix64: qHash() may differ between versions of Qt.
milliseconds spread(QByteArrayView key, quint64 seed, milliseconds range)
{
    if (range.count() <= 0)
        return milliseconds(0);
    quint64 hash = 0xcbf2'9ce4'8422'2325 ^ seed;
    for (const char c : key)
        hash = (hash ^ quint8(c)) * 0x100'0000'01b3;
    hash = (hash ^ (hash >> 30)) * 0xbf58'476d'1ce4'e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d0'49bb'1331'11eb;
    hash ^= hash >> 31;
    return milliseconds(qint64(hash % quint64(range.count())));
}

int Timetable::add(Schedule schedule, milliseconds offset, const Moment &now)
{
    noteWallClock(now);
    Item item;
    item.schedule = std::move(schedule);
    item.offset = offset;
    begin(item, now);
    m_items.push_back(std::move(item));
    enqueue(count() - 1);
    return count() - 1;
}

QList<int> Timetable::takeDue(const Moment &now)
{
    noteWallClock(now);
    QList<int> due;
    while (!m_queue.empty() && m_queue.begin()->first <= now.elapsed) {
        const int number = m_queue.begin()->second;
        Item &item = m_items[std::size_t(number)];
        item.extra.reset();
        if (!item.isPaused && item.due <= now.elapsed) {
            advance(item, now);
            item.skipped += int(item.isRunning);
            m_skipped += int(item.isRunning);
        }
        if (!std::exchange(item.isRunning, true))
            due.append(number);
        enqueue(number);
    }
    return due;
}

void Timetable::ranAt(int number, milliseconds when, const Moment &now)
{
    Item &item = m_items[std::size_t(number)];
    const auto *interval = std::get_if<milliseconds>(&item.schedule.rule);
    if (interval == nullptr)
        return;
    item.due = std::clamp(when + *interval, now.elapsed, now.elapsed + *interval);
    enqueue(number);
}

void Timetable::runOnce(int item, milliseconds delay, const Moment &now)
{
    m_items[std::size_t(item)].extra = now.elapsed + delay;
    enqueue(item);
}

void Timetable::pause(int item)
{
    m_items[std::size_t(item)].isPaused = true;
    enqueue(item);
}

void Timetable::resume(int item, const Moment &now)
{
    Item &resumed = m_items[std::size_t(item)];
    if (!std::exchange(resumed.isPaused, false))
        return;
    begin(resumed, now);
    runOnce(item, resumed.offset, now);
}

std::optional<milliseconds> Timetable::untilNext(const Moment &now) const
{
    if (m_queue.empty())
        return std::nullopt;
    return std::max(milliseconds(0), m_queue.begin()->first - now.elapsed);
}

void Timetable::begin(Item &item, const Moment &now)
{
    if (const auto *times = std::get_if<TimesOfDay>(&item.schedule.rule)) {
        item.wallDue = times->nextAfter(now.wall);
        showOnElapsedClock(item, now);
    } else {
        item.due = now.elapsed + item.offset;
    }
}

/// Passes over everything that is due by now.
void Timetable::advance(Item &item, const Moment &now)
{
    if (const auto *times = std::get_if<TimesOfDay>(&item.schedule.rule)) {
        const milliseconds since = now.elapsed - item.due; // the offset is not part of it
        item.wallDue = times->nextAfter(item.wallDue.addMSecs(since.count()));
        showOnElapsedClock(item, now);
    } else {
        const milliseconds interval = std::get<milliseconds>(item.schedule.rule);
        item.due += interval * ((now.elapsed - item.due) / interval + 1);
    }
}

void Timetable::showOnElapsedClock(Item &item, const Moment &now)
{
    item.due = wallTime(item.wallDue) + item.offset - (wallTime(now.wall) - now.elapsed);
}

void Timetable::noteWallClock(const Moment &now)
{
    const milliseconds offset = wallTime(now.wall) - now.elapsed;
    const milliseconds step = offset - m_wallOffset.value_or(offset);
    if (m_wallOffset && std::chrono::abs(step) < smallestStep)
        return;
    m_wallOffset = offset;
    for (int number = 0; number < count(); ++number) {
        Item &item = m_items[std::size_t(number)];
        const auto *times = std::get_if<TimesOfDay>(&item.schedule.rule);
        if (!times)
            continue;
        if (step < -largestCorrection)
            item.wallDue = times->nextAfter(now.wall);
        showOnElapsedClock(item, now);
        enqueue(number);
    }
}

void Timetable::enqueue(int number)
{
    Item &item = m_items[std::size_t(number)];
    if (item.queuedAs)
        m_queue.erase({*item.queuedAs, number});
    item.queuedAs = nextOf(item);
    if (item.queuedAs)
        m_queue.emplace(*item.queuedAs, number);
}

std::optional<milliseconds> Timetable::nextOf(const Item &item)
{
    if (item.isPaused)
        return item.extra;
    return std::min(item.due, item.extra.value_or(item.due));
}

} // namespace rollcall
