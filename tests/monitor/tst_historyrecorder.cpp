// SPDX-License-Identifier: MIT
#include "core/monitor/historyrecorder.h"

#include "core/history/historyfile.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace rollcall;
using namespace std::chrono_literals;

namespace {

const QDateTime start = QDateTime::fromString(QStringLiteral("2026-11-24T10:00:00Z"), Qt::ISODate);

QDateTime after(std::chrono::minutes time)
{
    return start.addSecs(60 * time.count());
}

template <class T>
T got(const Answer<T> &answer)
{
    const auto *value = std::get_if<T>(&answer);
    return value ? *value : T();
}

QStringList resultsOf(HistoryFile &file, qint64 run)
{
    QStringList results;
    file.visitRun(run, [&results](const HistoryResult &each) {
        results.append(
            QStringLiteral("%1 %2").arg(each.position).arg(QLatin1String(slug(each.result.outcome))));
        return true;
    });
    return results;
}

/// Has everything that is old enough by \a now packed.
void pack(HistoryFile &file, const QDateTime &now)
{
    constexpr int mostSteps = 1'000;
    for (int step = 0; step < mostSteps; ++step) {
        if (!got(file.upkeep().step(now)))
            return;
    }
}

/// A history of two URLs that are watched every five minutes, written by hand.
class Stage
{
public:
    Stage()
        : m_history(m_folder.filePath(QStringLiteral("history.sqlite"))),
          m_watch(WatchSettings(), {list()}, Moment(0ms, start)),
          m_recorder(m_history, {url(0), url(1)}, QStringLiteral("my list"), 5min)
    {
        if (m_history.openAndWait())
            qWarning("the history cannot be opened");
    }

    /// Goes on where a watch was that knew this of the first URL.
    void restore(Health health, std::chrono::minutes since)
    {
        UrlMemory memory(url(0));
        memory.health = health;
        memory.since = after(since);
        m_watch.restore({{url(0), memory}});
    }
    History &history() { return m_history; }

    static QByteArray url(int number) { return number == 0 ? "http://a.example/" : "http://b.example/"; }
    void add(const WatchNews &news, std::chrono::minutes when) { m_recorder.add(news, after(when)); }
    void addResult(int number, std::chrono::minutes when, Outcome outcome = Outcome::Ok, bool counts = true)
    {
        CheckResult result;
        result.url = url(number);
        result.outcome = outcome;
        result.startedAt = after(when);
        result.fetch.error = outcome == Outcome::Failed ? ErrorKind::HttpServerError : ErrorKind::None;
        WatchNews news;
        WatchedResult &watched = news.results.emplace_back(number, result, counts);
        watched.health = m_watch.url(number).health();
        watched.since = m_watch.url(number).since();
        add(news, when);
    }
    void addChange(int number, Health from, Health to, std::chrono::minutes since)
    {
        WatchNews news;
        news.changes.append(
            WatchedChange(number, HealthChange(from, to, after(since)), Reason(ErrorKind::Timeout, {})));
        add(news, since);
    }
    /// Ends the watch, and reads what has been kept.
    HistoryFile &finish(std::chrono::minutes when)
    {
        m_recorder.finish(after(when));
        if (m_history.flushAndWait())
            qWarning("the history cannot be written");
        m_file = std::make_unique<HistoryFile>(m_history.path());
        if (m_file->open())
            qWarning("the history cannot be read");
        return *m_file;
    }

private:
    static WatchedList list()
    {
        return WatchedList(QStringLiteral("list"), {UrlEntry(url(0)), UrlEntry(url(1))});
    }

    QTemporaryDir m_folder;
    History m_history;
    Watch m_watch;
    HistoryRecorder m_recorder;
    std::unique_ptr<HistoryFile> m_file;
};

} // namespace

class TestHistoryRecorder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void resultsComeInRounds();
    void allResultsOfARoundAreKept();
    void whatDoesNotCountCostsNoUptime();
    void incidentsBeginAndEndWithStates();
    void anIncidentThatAKillCutOffIsMadeUpFor();
    void anIncidentThatOutlivedAKillIsEnded();
    void localOutagesAreKnown();
};

void TestHistoryRecorder::resultsComeInRounds()
{
    Stage stage;
    for (int minute = 0; minute < 15; minute += 5) {
        stage.addResult(0, std::chrono::minutes(minute));
        stage.addResult(1, std::chrono::minutes(minute), Outcome::Failed);
        stage.addResult(1, std::chrono::minutes(minute + 1)); // confirmed: it is in the same round
    }
    const QList<StoredRun> runs = got(stage.finish(20min).runs().latest(10));
    QCOMPARE(runs.size(), 3);
    QCOMPARE(runs[2].start.began, start);
    QCOMPARE(runs[2].start.list, QStringLiteral("my list"));
    QCOMPARE(int(runs[2].start.kind), int(RunKind::Scheduled));
    QCOMPARE(runs[2].ended, std::optional(after(5min)));
    QCOMPARE(runs[0].ended, std::optional(after(20min)));
    QCOMPARE(runs[0].counts.total, 2);
    QCOMPARE(runs[0].counts.ok, 2);
    QCOMPARE(runs[0].counts.failed, 0);
}

void TestHistoryRecorder::allResultsOfARoundAreKept()
{
    Stage stage;
    stage.addResult(1, 0min, Outcome::Failed);
    stage.addResult(1, 1min, Outcome::Warning);
    stage.addResult(0, 2min);
    stage.addResult(1, 3min);
    HistoryFile &file = stage.finish(4min);
    const QStringList all = {QStringLiteral("0 ok"), QStringLiteral("1 failed"), QStringLiteral("3 warning"),
                             QStringLiteral("5 ok")};
    QCOMPARE(resultsOf(file, 1), all);
    pack(file, after(24h));
    QCOMPARE(resultsOf(file, 1), all);
}

void TestHistoryRecorder::whatDoesNotCountCostsNoUptime()
{
    Stage stage;
    stage.addResult(0, 0min);
    stage.addResult(0, 1min, Outcome::Failed, false);
    const UptimeSummary uptime = got(stage.finish(2min).urls().uptime(Stage::url(0), after(2min)));
    QCOMPARE(uptime.day.ok, 1);
    QCOMPARE(uptime.day.failed, 0);
    QCOMPARE(uptime.day.unknown, 1);
}

void TestHistoryRecorder::incidentsBeginAndEndWithStates()
{
    Stage stage;
    stage.addChange(0, Health::Unknown, Health::Up, 0min);
    stage.addChange(0, Health::Up, Health::Down, 1min);
    stage.addChange(0, Health::Down, Health::Paused, 2min);
    stage.addChange(0, Health::Paused, Health::Unknown, 3min);
    stage.addChange(0, Health::Unknown, Health::Degraded, 4min);
    stage.addChange(1, Health::Up, Health::Down, 5min);
    HistoryFile &file = stage.finish(6min);
    const QList<Incident> incidents = got(file.incidents().all(start, after(10min)));
    QCOMPARE(incidents.size(), 2);
    QCOMPARE(incidents[1].url, Stage::url(0));
    QCOMPARE(incidents[1].began, after(1min));
    QCOMPARE(incidents[1].ended, std::optional(after(4min)));
    QCOMPARE(int(incidents[1].reason.kind), int(ErrorKind::Timeout));
    QCOMPARE(got(file.incidents().lasting()).size(), 1);
    QCOMPARE(incidents[0].began, after(5min));
}

void TestHistoryRecorder::anIncidentThatAKillCutOffIsMadeUpFor()
{
    Stage stage;
    stage.restore(Health::Down, 1min);
    for (int minute = 2; minute < 5; ++minute)
        stage.addResult(0, std::chrono::minutes(minute), Outcome::Failed);
    const QList<Incident> incidents = got(stage.finish(6min).incidents().lasting());
    QCOMPARE(incidents.size(), 1);
    QCOMPARE(incidents[0].url, Stage::url(0));
    QCOMPARE(incidents[0].began, after(1min));
    QCOMPARE(int(incidents[0].reason.kind), int(ErrorKind::HttpServerError));
}

void TestHistoryRecorder::anIncidentThatOutlivedAKillIsEnded()
{
    Stage stage;
    stage.history().beginIncident(Incident(Stage::url(0), start, Reason(ErrorKind::Timeout, {})));
    stage.restore(Health::Up, 1min);
    stage.addResult(0, 2min);
    const QList<Incident> incidents = got(stage.finish(6min).incidents().all(start, after(10min)));
    QCOMPARE(incidents.size(), 1);
    QCOMPARE(incidents[0].ended, std::optional(after(1min)));
}

void TestHistoryRecorder::localOutagesAreKnown()
{
    Stage stage;
    stage.addResult(0, 0min);
    WatchNews begins;
    begins.outages.append(LocalOutage{after(1min), std::nullopt});
    stage.add(begins, 1min);
    stage.addResult(0, 2min, Outcome::Failed);
    WatchNews ends;
    ends.outages.append(LocalOutage{after(1min), after(3min)});
    stage.add(ends, 3min);
    stage.addResult(0, 4min);
    const UptimeSummary uptime = got(stage.finish(5min).urls().uptime(Stage::url(0), after(5min)));
    QCOMPARE(uptime.day.ok, 2);
    QCOMPARE(uptime.day.failed, 0);
}

QTEST_GUILESS_MAIN(TestHistoryRecorder)
#include "tst_historyrecorder.moc"
