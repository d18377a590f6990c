// SPDX-License-Identifier: MIT
#include "core/monitor/watch.h"

#include "core/monitor/nearhost.h"
#include "core/url/normalizeurl.h"
#include "core/url/urlparts.h"

#include <algorithm>
#include <utility>

namespace rollcall {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

Watch::Watch(WatchSettings settings, const QList<WatchedList> &lists, const Moment &now)
    : m_settings(std::move(settings)),
      m_lists(lists),
      m_outage(m_settings.outageHosts)
{
    for (const WatchedList &list : m_lists)
        addList(list, now);
}

void Watch::addList(const WatchedList &list, const Moment &now)
{
    for (const UrlEntry &entry : list.entries) {
        Schedule schedule = list.schedule;
        if (entry.details().interval)
            schedule = Schedule(std::max(*entry.details().interval, Schedule::shortestInterval));
        const auto *interval = std::get_if<milliseconds>(&schedule.rule);
        const milliseconds range =
            interval != nullptr ? std::min(m_settings.spreadOver, *interval) : m_settings.spreadOver;
        const milliseconds offset = spread(entry.url, m_settings.seed, range);
        const bool isHttp = schemeOf(entry.url) != UrlScheme::Other;
        const QByteArray host = isHttp ? UrlParts(entry.url).host.toByteArray() : QByteArray();
        m_urls.emplace_back(UrlWatch(entry, list.name, m_settings), host, isNearHost(host), offset);
        m_urls.back().maintenance = &list.maintenance;
        m_timetable.add(std::move(schedule), offset, now);
    }
}

void Watch::restore(const QHash<QByteArray, UrlMemory> &memories)
{
    for (Url &url : m_urls) {
        const auto memory = memories.constFind(url.watch.entry().url);
        if (memory != memories.constEnd())
            url.watch.restore(*memory);
    }
}

void Watch::goOnFrom(const QHash<QByteArray, milliseconds> &checked, const Moment &now)
{
    for (int number = 0; number < count(); ++number) {
        const auto found = checked.constFind(url(number).entry().url);
        if (found != checked.constEnd())
            m_timetable.ranAt(number, *found, now);
    }
}

QList<int> Watch::takeDue(const Moment &now)
{
    QList<int> due = m_timetable.takeDue(now);
    due.removeIf([this, &now](int number) { return isHeldByMaintenance(number, now); });
    return due;
}

std::optional<milliseconds> Watch::untilNext(const Moment &now) const
{
    return m_timetable.untilNext(now);
}

/// Pauses the URL if there is maintenance now, and lets it go on if there was.
bool Watch::isHeldByMaintenance(int number, const Moment &now)
{
    Url &url = m_urls[std::size_t(number)];
    if (url.isAskedFor || url.isPausedByHand)
        return false;
    const std::optional<QDateTime> end = maintenanceEnd(*url.maintenance, now.wall);
    if (!end) {
        report(number, url.watch.resume(now.wall));
        return false;
    }
    report(number, url.watch.pause(now.wall));
    m_timetable.ended(number);
    m_timetable.runOnce(number, milliseconds(now.wall.msecsTo(*end)) + url.offset, now);
    return true;
}

void Watch::deliver(int number, CheckResult result, const Moment &now)
{
    m_timetable.ended(number);
    Url &url = m_urls[std::size_t(number)];
    // A failure of what is down already is no news, and not worth asking others.
    const bool isKnownDown =
        url.watch.health() == Health::Down && result.outcome == Outcome::Failed && !m_outage.isOut();
    if (result.outcome == Outcome::Cancelled) {
        url.isAskedFor = false;
    } else if (url.isNear || isKnownDown) {
        judge(OutageFilter::Item(number, std::move(result)), now);
    } else {
        const auto took =
            std::chrono::ceil<milliseconds>(result.fetch.times.total.value_or(std::chrono::microseconds(0)));
        OutageFilter::Step step = m_outage.take(OutageFilter::Item(number, std::move(result)), url.host,
                                                now.elapsed - took, now.elapsed);
        if (step.notice == OutageFilter::Notice::OutageEnds)
            m_missed.remove(number);
        noteOutage(step.notice, now);
        pass(step, now);
    }
    if (m_outage.isWaiting())
        askWitnesses(now);
}

void Watch::pass(const OutageFilter::Step &step, const Moment &now)
{
    for (const OutageFilter::Item &item : step.passed)
        judge(item, now);
}

void Watch::judge(OutageFilter::Item item, const Moment &now)
{
    Url &url = m_urls[std::size_t(item.url)];
    const bool isPaused = url.watch.health() == Health::Paused;
    url.isAskedFor = false;
    UrlWatch::News news;
    if (item.isOurs)
        probe(item.url, now);
    else if (!isPaused)
        news = url.watch.take(item.result);
    if (news.wantsConfirmation)
        m_timetable.runOnce(item.url, m_settings.health.confirmAfter, now);
    WatchedResult &result =
        m_news.results.emplace_back(item.url, std::move(item.result), !item.isOurs && !isPaused);
    result.health = url.watch.health();
    result.since = url.watch.since();
    report(item.url, std::move(news));
}

void Watch::noteOutage(OutageFilter::Notice notice, const Moment &now)
{
    switch (notice) {
    case OutageFilter::Notice::None:
        return;
    case OutageFilter::Notice::OutageBegins: {
        m_outSince = now.wall;
        m_news.outages.append(LocalOutage{m_outSince, std::nullopt});
        Alert alert(AlertKind::OutageBegins, now.wall);
        alert.detail = u"No host answers; hosts asked so far: %1. Nobody is called down meanwhile."_s.arg(
            m_outage.failedHosts().size());
        m_news.alerts.append(std::move(alert));
        break;
    }
    case OutageFilter::Notice::OutageEnds: {
        m_news.outages.append(LocalOutage{m_outSince, now.wall});
        Alert alert(AlertKind::OutageEnds, now.wall);
        alert.since = m_outSince;
        m_news.alerts.append(std::move(alert));
        m_probed.clear();
        for (const int number : std::exchange(m_missed, {}))
            m_timetable.runOnce(number, m_urls[std::size_t(number)].offset, now);
        break;
    }
    }
    for (Url &url : m_urls) {
        if (!url.isNear)
            url.watch.forgetRow();
    }
}

/// During an outage a few hosts are asked again soon; the others have their schedule.
void Watch::probe(int number, const Moment &now)
{
    if (m_probed.size() < m_outage.hosts())
        m_probed.insert(number);
    if (m_probed.contains(number))
        m_timetable.runOnce(number, m_settings.health.confirmAfter, now);
    m_missed.insert(number);
}

/// Whether a failure is the site's or ours, other hosts tell. Those that are being asked already will do.
void Watch::askWitnesses(const Moment &now)
{
    QSet<QByteArray> asked = m_outage.failedHosts();
    QHash<QByteArray, int> askable;
    const auto isEnough = [&] { return asked.size() + askable.size() >= m_outage.hosts(); };
    for (int number = 0; number < count() && !isEnough(); ++number) {
        const Url &url = m_urls[std::size_t(number)];
        if (url.isNear || asked.contains(url.host))
            continue;
        if (m_timetable.isRunning(number)) {
            asked.insert(url.host);
            askable.remove(url.host);
        } else if (url.watch.health() != Health::Paused && url.watch.health() != Health::Down) {
            askable.insert(url.host, number);
        }
    }
    if (!isEnough()) {
        pass(m_outage.giveUpWaiting(), now);
        return;
    }
    for (const int number : std::as_const(askable))
        m_timetable.runOnce(number, milliseconds(0), now);
}

void Watch::checkNow(int number, const Moment &now)
{
    m_urls[std::size_t(number)].isAskedFor = true;
    m_timetable.runOnce(number, milliseconds(0), now);
}

void Watch::pause(int number, const Moment &now)
{
    Url &url = m_urls[std::size_t(number)];
    url.isPausedByHand = true;
    m_timetable.pause(number);
    report(number, url.watch.pause(now.wall));
}

void Watch::resume(int number, const Moment &now)
{
    Url &url = m_urls[std::size_t(number)];
    if (!std::exchange(url.isPausedByHand, false))
        return;
    m_timetable.resume(number, now);
    report(number, url.watch.resume(now.wall));
}

void Watch::report(int number, UrlWatch::News news)
{
    if (news.change)
        m_news.changes.append(WatchedChange(number, *news.change, news.reason));
    m_news.alerts.append(news.alerts);
    if (news.isMemoryChanged)
        m_news.memories.append(m_urls[std::size_t(number)].watch.memory());
}

} // namespace rollcall
