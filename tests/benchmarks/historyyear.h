// SPDX-License-Identifier: MIT
// A simulated year of a history: what sites answer, and a file full of it.
#pragma once

#include "core/history/historyfile.h"

#include <array>
#include <random>
#include <vector>

namespace rollcall::bench {

using namespace std::chrono_literals;
using std::chrono::microseconds;

inline constexpr qint64 minuteMs = 60'000;
inline constexpr qint64 hourMs = 60 * minuteMs;
inline constexpr qint64 dayMs = 24 * hourMs;
inline constexpr int checksAnHour = 60;

inline void demand(const MaybeProblem &problem)
{
    if (problem)
        qFatal("%s", qPrintable(problem->detail));
}

template <class T>
T demand(Answer<T> answer)
{
    if (const auto *problem = std::get_if<StoreProblem>(&answer))
        qFatal("%s", qPrintable(problem->detail));
    return std::get<T>(std::move(answer));
}

inline QDateTime moment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

/// What sites answer: response times with a long tail, a failure in two hundred, a page that changes now and
/// then.
class Sites
{
public:
    Sites()
    {
        std::mt19937 random(1);
        std::lognormal_distribution<double> factor(0, 0.35);
        for (double &each : m_factors)
            each = factor(random);
    }

    static QByteArray url(int site)
    {
        return "https://www.site-" + QByteArray::number(site) + ".example/status/index.html";
    }
    bool fails() { return m_random() % 200 == 0; }
    microseconds time(int site) { return vary(microseconds((site % 90 + 10) * 3'000)); }

    CheckResult result(int site, qint64 atMs)
    {
        CheckResult result;
        result.url = url(site);
        result.attempts = 1;
        result.startedAt = moment(atMs);
        result.queueTime = vary(40'000us);
        FetchResult &fetch = result.fetch;
        fetch.finalUrl = result.url;
        fetch.times.dns = vary(2'000us);
        fetch.times.total = time(site);
        if (fails()) {
            result.outcome = Outcome::Failed;
            fetch.error = ErrorKind::ConnectTimeout;
            return result;
        }
        result.outcome = Outcome::Ok;
        fetch.status = 200;
        fetch.times.connect = vary(15'000us);
        fetch.times.tls = vary(25'000us);
        fetch.times.firstByte = *fetch.times.total * 9 / 10;
        const bool hasChanged = m_random() % 50 == 0;
        fetch.bodyBytes = 20'000 + site + (hasChanged ? qint64(m_random() % 5'000) : 0);
        fetch.wireBytes = fetch.bodyBytes / 3;
        fetch.bodySha256 =
            hasChanged ? QByteArray(m_hash).replace(0, 8, QByteArray::number(m_random(), 16)) : m_hash;
        fetch.contentType = "text/html; charset=utf-8";
        fetch.httpVersion = "2";
        fetch.remoteIp = "203.0.113.17";
        fetch.reusedConnection = false;
        fetch.tlsVersion = "1.3";
        fetch.certificateIssuer = m_issuer;
        fetch.certificateExpires = m_expires;
        fetch.pageTitle = m_title;
        return result;
    }

private:
    microseconds vary(microseconds usual)
    {
        return microseconds(qint64(double(usual.count()) * m_factors[m_random() % m_factors.size()]));
    }

    std::array<double, 4'096> m_factors{};
    std::minstd_rand m_random{1};
    const QByteArray m_hash = QByteArray("0123456789abcdef").repeated(4);
    const QString m_issuer = QStringLiteral("R11");
    const QString m_title = QStringLiteral("Everything works: the status page");
    const QDateTime m_expires = moment(1'800'000'000'000);
};

/// Fills a file through its tables: half a billion results one by one would take hours.
class Year
{
public:
    Year(const QString &path, int urls, int days, qint64 endMs)
        : m_database(path, Database::Sharing::Shared),
          m_urls(urls),
          m_days(days),
          m_endMs(endMs)
    {
        demand(HistoryFile(path).open());
        demand(m_database.open());
        m_statements.use(m_database.connection());
        Rows rows = m_statements.rows("SELECT id, slug FROM error_codes");
        while (rows.next())
            m_codes.add(rows.number(0), rows.text(1).toLatin1());
    }

    void make(int daysOfResults)
    {
        demand(inTransaction(m_database.connection(), [&](const QSqlDatabase &) -> MaybeProblem {
            for (int site = 0; site < m_urls; ++site) {
                demand(m_ids.findOrAdd(Sites::url(site), m_siteIds.emplace_back()));
                addIncidents(site);
            }
            return std::nullopt;
        }));
        for (int site = 0; site < m_urls; ++site)
            addRollUps(site, m_endMs - m_days * dayMs, m_endMs - daysOfResults * dayMs);
        for (qint64 day = m_endMs - daysOfResults * dayMs; day < m_endMs; day += dayMs)
            addResults(day);
    }

private:
    void addIncidents(int site)
    {
        for (int day = site % 20; day < m_days; day += 20) {
            const qint64 began = m_endMs - day * dayMs - hourMs;
            Incident incident(Sites::url(site), moment(began), Reason(ErrorKind::ConnectTimeout, QString()));
            incident.ended = moment(began + 7 * minuteMs);
            demand(m_incidents.begin(incident));
        }
    }

    // Of the days whose results are gone.
    void addRollUps(int site, qint64 fromMs, qint64 toMs)
    {
        RollUps hours;
        RollUps days;
        for (qint64 hour = fromMs; hour < toMs; hour += hourMs) {
            RollUp &rollUp = hours[hour];
            for (int check = 0; check < checksAnHour; ++check) {
                if (m_sites.fails()) {
                    ++rollUp.counts.failed;
                } else {
                    ++rollUp.counts.ok;
                    rollUp.times.add(m_sites.time(site));
                }
            }
            days[m_dayTable.beginning(hour)].merge(rollUp);
        }
        write(site, hours, days);
    }

    void write(int site, const RollUps &hours, const RollUps &days)
    {
        demand(inTransaction(m_database.connection(), [&](const QSqlDatabase &) -> MaybeProblem {
            demand(m_hourTable.merge(m_siteIds.at(site), hours));
            demand(m_dayTable.merge(m_siteIds.at(site), days));
            return std::nullopt;
        }));
    }

    // A day of results, as they are packed hour by hour, and their runs.
    void addResults(qint64 dayBegan)
    {
        std::vector<RollUps> hours(static_cast<std::size_t>(m_urls));
        for (qint64 hour = dayBegan; hour < dayBegan + dayMs; hour += hourMs) {
            demand(inTransaction(m_database.connection(), [&](const QSqlDatabase &) -> MaybeProblem {
                const qint64 firstRun = addRuns(hour);
                for (int site = 0; site < m_urls; ++site)
                    packHour(site, hour, firstRun, hours.at(std::size_t(site))[hour]);
                return std::nullopt;
            }));
        }
        for (int site = 0; site < m_urls; ++site) {
            RollUps days;
            for (const auto &[hour, rollUp] : hours.at(std::size_t(site)))
                days[m_dayTable.beginning(hour)].merge(rollUp);
            write(site, hours.at(std::size_t(site)), days);
        }
    }

    qint64 addRuns(qint64 hour)
    {
        qint64 last = 0;
        for (int check = 0; check < checksAnHour; ++check) {
            CheckProgress counts;
            counts.ok = m_urls;
            demand(m_runs.begin(RunStart(RunKind::Scheduled, QStringLiteral("sites.txt"),
                                         moment(hour + check * minuteMs), m_urls),
                                last));
            demand(m_runs.end(last, moment(hour + check * minuteMs + 3'000), counts));
        }
        return last - checksAnHour + 1;
    }

    void packHour(int site, qint64 hour, qint64 firstRun, RollUp &rollUp)
    {
        QList<HistoryRecord> records;
        records.reserve(checksAnHour);
        for (int check = 0; check < checksAnHour; ++check) {
            const qint64 at = hour + check * minuteMs + qint64(m_jitter() % 3'000);
            rollUp.add(
                records.emplace_back(firstRun + check, at, HistoryResult(site, m_sites.result(site, at))));
        }
        demand(m_results.pack(NumberedUrl(m_siteIds.at(site), Sites::url(site)), records));
    }

    Database m_database;
    Statements m_statements;
    ErrorCodes m_codes;
    UrlIds m_ids{m_statements};
    ResultTable m_results{m_statements, m_codes, m_ids};
    RollUpTable m_hourTable{m_statements, RollUpTable::Length::Hour};
    RollUpTable m_dayTable{m_statements, RollUpTable::Length::Day};
    RunTable m_runs{m_statements};
    IncidentTable m_incidents{m_statements, m_codes, m_ids};
    Sites m_sites;
    std::minstd_rand m_jitter{2};
    QList<qint64> m_siteIds;
    const int m_urls;
    const int m_days;
    const qint64 m_endMs;
};

} // namespace rollcall::bench
