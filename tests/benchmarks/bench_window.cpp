// SPDX-License-Identifier: MIT
// Measures the window: how soon it is there, a million URLs in it, and how evenly its event loop turns while
// results come in. Prints a line for each mark; the exit code is 1 if one is missed.
#include "core/check/checksession.h"
#include "core/history/history.h"
#include "core/history/store.h"
#include "core/monitor/watchsession.h"
#include "ui/mainwindow.h"
#include "ui/resultcolumns.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

using namespace rollcall;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 300s;

using std::chrono::microseconds;
using std::chrono::milliseconds;

/// Prints marks and remembers whether one was missed.
class Marks
{
public:
    void check(const QByteArray &what, double value, double mark, const char *unit)
    {
        const bool isReached = value <= mark;
        std::printf("%s: %s: %.1f %s (at most %.0f)\n", isReached ? "reached" : "MISSED", what.constData(),
                    value, unit, mark);
        std::fflush(stdout);
        m_areReached = m_areReached && isReached;
    }
    bool areReached() const { return m_areReached; }

private:
    bool m_areReached = true;
};

double inMilliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double residentMebibytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("this system does not tell how much memory a process takes");
    for (QByteArray line = status.readLine(); !line.isEmpty(); line = status.readLine()) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    qFatal("/proc/self/status has no VmRSS");
}

QByteArray urlAt(qint64 number)
{
    return "https://host" + QByteArray::number(number * 7919 % 1'000) + ".example.com/section/page-" +
           QByteArray::number(number) + ".html";
}

/// As an engine gives it, with a page's usual head.
CheckResult resultOf(qint64 number)
{
    CheckResult result;
    result.url = urlAt(number);
    result.outcome = Outcome::Ok;
    result.attempts = 1;
    result.queueTime = microseconds(number);
    result.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number, Qt::UTC);
    FetchResult &fetch = result.fetch;
    fetch.finalUrl = result.url;
    if (number % 10 == 3) {
        result.outcome = Outcome::Failed;
        fetch.error = ErrorKind::ConnectTimeout;
        fetch.times.total = 10s;
        return result;
    }
    fetch.status = 200;
    fetch.bodyBytes = 12'345 + number * 7919 % 100'000;
    fetch.wireBytes = 3'456 + number % 100;
    fetch.contentType = "text/html; charset=utf-8";
    fetch.httpVersion = "2";
    fetch.remoteIp = "192.0.2." + QByteArray::number(number % 250);
    fetch.reusedConnection = number % 2 == 0;
    fetch.tlsVersion = "1.3";
    fetch.certificateIssuer = QStringLiteral("Example CA");
    fetch.certificateExpires = QDateTime::fromMSecsSinceEpoch(1'900'000'000'000, Qt::UTC);
    fetch.bodySha256 = QByteArray::number(number, 16).rightJustified(64, '0');
    fetch.pageTitle = QStringLiteral("Page %1 of the section").arg(number);
    fetch.times.dns = 1234us;
    fetch.times.connect = 23'456us;
    fetch.times.tls = 34'567us;
    fetch.times.firstByte = microseconds(80'000 + number * 104'729 % 1'000'000);
    fetch.times.total = *fetch.times.firstByte + 9ms;
    for (const char *name : {"Date", "Server", "Content-Type", "Cache-Control", "ETag", "Vary", "Age", "Via"})
        fetch.responseHeaders.append({name, QByteArray("a value of the usual length, ") + name});
    return result;
}

/// Runs that get their results from this program: nothing is called.
class ScriptedSession : public CheckSession
{
public:
    bool isRunning() const override { return m_isRunning; }
    void start(UrlList list, CheckSettings /*settings*/, PreviousAnswers /*previous*/) override
    {
        m_progress = CheckProgress();
        m_progress.total = list.size();
        m_isRunning = true;
        Q_EMIT begun(list.size());
    }
    void stop() override { m_isRunning = false; }
    void setLimits(CheckLimits /*limits*/) override {}

    void deliver(const QList<IndexedResult> &batch)
    {
        QList<qsizetype> started;
        for (const IndexedResult &each : batch) {
            started.append(each.index);
            ++(each.result.outcome == Outcome::Ok ? m_progress.ok : m_progress.failed);
        }
        Q_EMIT this->started(started);
        Q_EMIT resultsReady(batch);
        Q_EMIT progressChanged(m_progress);
    }
    void finish()
    {
        m_isRunning = false;
        Q_EMIT finished(m_progress);
    }

private:
    bool m_isRunning = false;
    CheckProgress m_progress;
};

/// One window on a list of its own.
class Scene
{
public:
    Scene()
        : m_store(m_home.filePath(QStringLiteral("rollcall.db"))),
          m_history(m_home.filePath(QStringLiteral("rollcall.db"))),
          m_watching(m_history.path())
    {
        m_window = std::make_unique<MainWindow>(m_session, m_watching, m_store, m_history);
        m_window->show();
    }

    ScriptedSession &session() { return m_session; }
    Store &store() { return m_store; }
    MainWindow &window() { return *m_window; }
    QTableView *table() const { return m_window->findChild<QTableView *>(QStringLiteral("results")); }
    int rows() const { return table()->model()->rowCount(); }
    QLineEdit *filter() const { return m_window->findChild<QLineEdit *>(QStringLiteral("filterText")); }
    bool isListLoaded() const
    {
        return m_window->findChild<QStackedWidget *>(QStringLiteral("pages"))->currentIndex() > 0;
    }

    /// Imports \a count URLs; gives how long it took from choosing the file to seeing them.
    double import(qint64 count)
    {
        waitFor([this] { return isListLoaded(); });
        const QString path = m_home.filePath(QStringLiteral("list.txt"));
        QFile list(path);
        if (!list.open(QIODevice::WriteOnly))
            qFatal("cannot write a list");
        for (qint64 i = 0; i < count; ++i)
            list.write(urlAt(i) + '\n');
        list.close();
        QElapsedTimer timer;
        timer.start();
        m_window->importFiles({path});
        waitFor([this, count] { return rows() == count; });
        table()->viewport()->repaint();
        return inMilliseconds(timer);
    }

    /// Until everything is in the store.
    void save()
    {
        bool isSaved = false;
        const QMetaObject::Connection connection =
            QObject::connect(&m_store, &Store::saved, m_window.get(), [&isSaved] { isSaved = true; });
        m_store.flush();
        waitFor([&isSaved] { return isSaved; });
        QObject::disconnect(connection);
    }

    template <class Condition>
    static void waitFor(Condition condition)
    {
        if (!QTest::qWaitFor(condition, int(milliseconds(patience).count())))
            qFatal("the window did not get so far");
    }

private:
    QTemporaryDir m_home;
    ScriptedSession m_session;
    Store m_store;
    History m_history;
    WatchSession m_watching;
    std::unique_ptr<MainWindow> m_window;
};

/// Notes how long each turn of the event loop is held beyond the time at which it was due.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(interval);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_gaps.push_back(inMilliseconds(m_last) - double(interval.count()));
            m_last.restart();
        });
    }

    void start()
    {
        m_gaps.clear();
        m_last.start();
        m_timer.start();
    }
    void stop() { m_timer.stop(); }
    double worst() const { return *std::ranges::max_element(m_gaps); }
    double percentile99()
    {
        const auto place = m_gaps.begin() + std::ptrdiff_t(m_gaps.size() * 99 / 100);
        std::ranges::nth_element(m_gaps, place);
        return *place;
    }

private:
    static constexpr milliseconds interval{2};
    QTimer m_timer;
    QElapsedTimer m_last;
    std::vector<double> m_gaps;
};

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return inMilliseconds(timer);
}

void firstPaint(Marks &marks, const QElapsedTimer &sinceStart)
{
    Scene scene;
    Scene::waitFor([&scene] { return scene.isListLoaded(); });
    scene.window().grab();
    marks.check("from the start to the first paint, with an empty profile", inMilliseconds(sinceStart), 400,
                "ms");
}

/// The positions of a list in the order in which answers come: none.
std::vector<qint64> answeringOrder(qint64 count)
{
    std::vector<qint64> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), std::mt19937(1)); // NOLINT: the same each time
    return order;
}

QList<IndexedResult> batchOf(const std::vector<qint64> &order, qint64 first, qint64 each)
{
    QList<IndexedResult> batch;
    for (qint64 i = first; i < std::min(first + each, qint64(order.size())); ++i) {
        const qint64 number = order[static_cast<std::size_t>(i)];
        batch.append(IndexedResult(number, resultOf(number)));
    }
    return batch;
}

void filterMany(Scene &scene, Marks &marks, const QByteArray &what)
{
    double worst = 0;
    for (const char key : QByteArrayView("page-9876"))
        worst = std::max(worst, timed([&] { scene.filter()->insert(QString(QLatin1Char(key))); }));
    while (!scene.filter()->text().isEmpty())
        worst = std::max(worst, timed([&] { scene.filter()->backspace(); }));
    marks.check(what + ": the slowest of the filter's key strokes", worst, 150, "ms");
}

void sortMany(Scene &scene, Marks &marks, const QByteArray &what)
{
    double worst = 0;
    for (const ResultColumn column : {ResultColumn::Url, ResultColumn::Time, ResultColumn::Outcome}) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            worst = std::max(worst, timed([&] { scene.table()->sortByColumn(columnOf(column), order); }));
        }
    }
    marks.check(what + ": the slowest sort", worst, 1'500, "ms");
    scene.table()->sortByColumn(-1, Qt::AscendingOrder);
}

void manyUrls(Marks &marks, qint64 count)
{
    constexpr qint64 each = 5'000;
    const QByteArray bare = QByteArray::number(count) + " URLs";
    const QByteArray checked = bare + " with their results";
    Scene scene;
    marks.check(bare + ": from choosing the file to the table", scene.import(count), 3'000, "ms");
    filterMany(scene, marks, bare);
    sortMany(scene, marks, bare);
    scene.save();
    scene.window().checkAll();
    const std::vector<qint64> order = answeringOrder(count);
    for (qint64 first = 0; first < count; first += each) {
        scene.session().deliver(batchOf(order, first, each));
        QTest::qWait(1);
        if (first % (4 * each) == 0) // the store keeps up with a check, which gives no more in a second
            scene.save();
    }
    scene.session().finish();
    scene.save();
    marks.check(checked + ": memory", residentMebibytes(), 700, "MiB");
    filterMany(scene, marks, checked);
    sortMany(scene, marks, checked);
}

/// 100,000 URLs, sorted by a column that every result changes, while results come in.
void arrivingResults(Marks &marks)
{
    constexpr qint64 count = 100'000;
    constexpr auto pause = 33ms; // 30 batches a second
    constexpr qint64 each = 167;
    Scene scene;
    scene.import(count);
    scene.save();
    scene.table()->sortByColumn(columnOf(ResultColumn::Time), Qt::DescendingOrder);
    scene.table()->selectRow(100);
    scene.window().checkAll();
    Heartbeat heartbeat;
    heartbeat.start();
    QEventLoop loop;         // and not qWaitFor(), which sleeps between events
    std::thread engine([&] { // the results are made on a thread of their own, as a session's are
        const std::vector<qint64> order = answeringOrder(count);
        auto due = std::chrono::steady_clock::now();
        for (qint64 first = 0; first < count; first += each) {
            std::this_thread::sleep_until(due += pause);
            QMetaObject::invokeMethod(&scene.session(),
                                      [&session = scene.session(), batch = batchOf(order, first, each)] {
                                          session.deliver(batch);
                                      });
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit);
    });
    loop.exec();
    engine.join();
    heartbeat.stop();
    scene.session().finish();
    marks.check("100,000 URLs, 5,000 results a second: the event loop is held, at worst", heartbeat.worst(),
                50, "ms");
    marks.check("100,000 URLs, 5,000 results a second: at the 99th percentile", heartbeat.percentile99(), 16,
                "ms");
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("rollcall"));
    QCoreApplication::setApplicationName(QStringLiteral("rollcall-bench"));
    const QTemporaryDir settings; // the person's own stay as they are
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    Marks marks;
    firstPaint(marks, sinceStart);
    arrivingResults(marks);
    manyUrls(marks, argc > 1 ? QByteArrayView(argv[1]).toLongLong() : 1'000'000);
    return marks.areReached() ? EXIT_SUCCESS : EXIT_FAILURE;
}
