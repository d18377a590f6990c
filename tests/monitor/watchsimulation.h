// SPDX-License-Identifier: MIT
// Drives a Watch through days in milliseconds: simulated clocks, simulated sites, a log of what is told.
#pragma once

#include "core/monitor/watch.h"
#include "tests/monitor/simulatedclock.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <map>

namespace rollcall::test {

/// What a site does at a moment.
struct SiteAnswer {
    SiteAnswer() = default;
    explicit SiteAnswer(ErrorKind kind, std::chrono::milliseconds answerTime = std::chrono::milliseconds(100))
        : error(kind),
          took(answerTime)
    {
    }

    ErrorKind error = ErrorKind::None;
    std::chrono::milliseconds took{100};
    Outcome outcome() const
    {
        if (error == ErrorKind::None)
            return Outcome::Ok;
        return error == ErrorKind::TooSlow ? Outcome::Warning : Outcome::Failed;
    }
};

class WatchSimulation
{
public:
    /// By URL and moment; each site answers well until it is told otherwise.
    using Site = std::function<SiteAnswer(const QDateTime &now)>;

    WatchSimulation(const char *start, WatchSettings settings, const QList<WatchedList> &lists,
                    const char *zone = "UTC")
        : clock(start),
          watch(withoutSpread(std::move(settings)), lists, clock.now()),
          m_zone(zone)
    {
    }

    void set(const char *url, const Site &site) { m_sites.insert(url, site); }
    void set(const char *url, ErrorKind error)
    {
        set(url, [error](const QDateTime &) { return SiteAnswer(error); });
    }

    /// Lets time pass; calls begin when they are due, and end when their sites have answered.
    void pass(std::chrono::milliseconds time)
    {
        const auto end = clock.now().elapsed + time;
        look();
        for (auto next = nextEvent(); next <= end; next = nextEvent()) {
            clock.pass(next - clock.now().elapsed);
            look();
        }
        clock.pass(end - clock.now().elapsed);
    }
    /// The machine sleeps: time passes, nobody looks. Calls under way fail when it wakes.
    void sleep(std::chrono::milliseconds time) { clock.pass(time); }
    void checkNow(int url) { watch.checkNow(url, clock.now()); }

    /// What was told since it was last taken: "Tue 10:00:00 down a".
    QStringList takeLog() { return std::exchange(m_log, {}); }
    /// The same, of the states of URLs: "Tue 10:00:00 a up>down".
    QStringList takeChanges() { return std::exchange(m_changes, {}); }
    /// When calls of \a url began, since it was last taken.
    QStringList takeCalls(const char *url) { return m_calls.take(url); }
    /// Results of \a url so far: those that count, and those that do not.
    std::pair<int, int> counted(const char *url) const { return m_counted.value(url); }
    const QHash<QByteArray, UrlMemory> &memories() const { return m_memories; }

    SimulatedClock clock;
    Watch watch;

private:
    static WatchSettings withoutSpread(WatchSettings settings)
    {
        settings.spreadOver = std::chrono::milliseconds(0);
        return settings;
    }

    std::chrono::milliseconds nextEvent() const
    {
        auto next = clock.now().elapsed + watch.untilNext(clock.now()).value_or(std::chrono::hours(100'000));
        if (!m_ends.empty())
            next = std::min(next, m_ends.begin()->first);
        return next;
    }

    void look()
    {
        while (!m_ends.empty() && m_ends.begin()->first <= clock.now().elapsed) {
            const auto [number, result] = m_ends.begin()->second;
            m_ends.erase(m_ends.begin());
            watch.deliver(number, result, clock.now());
            listen();
        }
        const QList<int> due = watch.takeDue(clock.now());
        for (const int number : due)
            call(number);
        listen();
    }

    void call(int number)
    {
        const QByteArray url = watch.url(number).entry().url;
        m_calls[url].append(clock.shown(m_zone));
        const Site site = m_sites.value(url);
        const SiteAnswer answer = site ? site(clock.now().wall) : SiteAnswer();
        CheckResult result;
        result.url = url;
        result.outcome = answer.outcome();
        result.startedAt = clock.now().wall;
        result.fetch.error = answer.error;
        result.fetch.finalUrl = url;
        result.fetch.times.total = answer.took;
        m_ends.emplace(clock.now().elapsed + answer.took, std::pair(number, result));
    }

    QString name(int number) const { return QString::fromLatin1(watch.url(number).entry().url).mid(7, 1); }

    void listen()
    {
        const WatchNews news = watch.takeNews();
        const QString now = clock.shown(m_zone);
        for (const WatchedChange &each : news.changes)
            m_changes.append(QStringLiteral("%1 %2 %3>%4")
                                 .arg(now, name(each.url), QLatin1String(slug(each.change.from)),
                                      QLatin1String(slug(each.change.to))));
        for (const Alert &alert : news.alerts)
            m_log.append(QStringLiteral("%1 %2 %3")
                             .arg(now, QLatin1String(slug(alert.kind)), alert.url.mid(7, 1))
                             .trimmed());
        for (const WatchedResult &each : news.results) {
            auto &counted = m_counted[watch.url(each.url).entry().url];
            ++(each.counts ? counted.first : counted.second);
        }
        for (const UrlMemory &memory : news.memories)
            m_memories.insert(memory.url, memory);
    }

    QTimeZone m_zone;
    QHash<QByteArray, Site> m_sites;
    std::multimap<std::chrono::milliseconds, std::pair<int, CheckResult>> m_ends;
    QStringList m_log;
    QStringList m_changes;
    QHash<QByteArray, QStringList> m_calls;
    QHash<QByteArray, std::pair<int, int>> m_counted;
    QHash<QByteArray, UrlMemory> m_memories;
};

/// "http://a.example/" for each letter.
inline UrlList sites(const char *letters)
{
    UrlList list;
    for (const char *letter = letters; *letter != '\0'; ++letter)
        list.append(UrlEntry(QByteArray("http://") + *letter + ".example/"));
    return list;
}

} // namespace rollcall::test
