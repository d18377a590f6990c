// SPDX-License-Identifier: MIT
#include "core/monitor/durablealertstore.h"

#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"
#include "core/history/database.h"
#include "core/history/historyfile.h"
#include "tests/monitor/alerttools.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>

using namespace rollcall;
using rollcall::test::alertOf;
using rollcall::test::fullAlert;

namespace {

UrlMemory memoryOf(const char *url, Health health)
{
    UrlMemory memory(url);
    memory.health = health;
    return memory;
}

/// Keeps \a alert in a task that is cancelled while it waits for \a other to be done with the file.
async::Coroutine<bool> isCancelled(DurableAlertStore *store, OutgoingAlert alert, Transaction *other)
{
    const async::Task<void> keeping = async::createTask(store->keep({alert}, {}));
    co_await async::sleep(std::chrono::nanoseconds(0));
    keeping.cancel();
    if (other->commit())
        qWarning("the file cannot be written");
    try {
        co_await keeping;
    } catch (const async::Cancelled &) {
        co_return true;
    }
    co_return false;
}

} // namespace

class TestDurableAlertStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatIsKeptIsThereAfterARestart();
    void anAlertIsKeptOnce();
    void whatIsSettledIsGone();
    void allIsKeptOrNothing();
    void whatIsCancelledIsKeptAllTheSame();
    void twoStoresNeverHaveOneFile();
    void theHistoryMayHaveTheFileOpen();
    void aFileThatCannotBeOpenedIsSaid();
    void whatCannotBeWrittenIsSaidOnce();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("watch.sqlite")); }
    std::unique_ptr<DurableAlertStore> open()
    {
        auto store = std::make_unique<DurableAlertStore>(
            path(), [this](const StoreProblem &problem) { m_problems.append(problem.detail); });
        const MaybeProblem problem = store->open();
        if (problem)
            m_problems.append(problem->detail);
        return store;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_problems;
};

void TestDurableAlertStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_problems.clear();
}

void TestDurableAlertStore::whatIsKeptIsThereAfterARestart()
{
    const QString one = QStringLiteral("one");
    const QList<OutgoingAlert> alerts = {OutgoingAlert(one, fullAlert()),
                                         OutgoingAlert(one, alertOf(AlertKind::Up))};
    async::run(open()->keep(
        alerts, {memoryOf("http://a.example/", Health::Down), memoryOf("http://b.example/", Health::Up)}));
    async::run(open()->keep({}, {memoryOf("http://b.example/", Health::Degraded)}));
    const KeptWatch kept = async::run(open()->load());
    QCOMPARE(kept.alerts, alerts);
    QCOMPARE(kept.memories.size(), 2);
    QCOMPARE(kept.memories.value("http://a.example/"), memoryOf("http://a.example/", Health::Down));
    QCOMPARE(kept.memories.value("http://b.example/"), memoryOf("http://b.example/", Health::Degraded));
    QCOMPARE(m_problems, QStringList());
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestDurableAlertStore::anAlertIsKeptOnce()
{
    const std::unique_ptr<DurableAlertStore> store = open();
    const Alert alert = alertOf(AlertKind::Down);
    for (const char *channel : {"one", "one", "two"})
        async::run(store->keep({OutgoingAlert(QString::fromLatin1(channel), alert)}, {}));
    QCOMPARE(async::run(store->load()).alerts.size(), 2);
}

void TestDurableAlertStore::whatIsSettledIsGone()
{
    const std::unique_ptr<DurableAlertStore> store = open();
    const Alert first = alertOf(AlertKind::Down);
    const Alert second = alertOf(AlertKind::Up);
    const QString one = QStringLiteral("one");
    async::run(store->keep({OutgoingAlert(one, first), OutgoingAlert(one, second)}, {}));
    async::run(store->settle(QStringLiteral("other"), {first.id}));
    async::run(store->settle(one, {first.id}));
    QCOMPARE(async::run(store->load()).alerts, (QList<OutgoingAlert>{OutgoingAlert(one, second)}));
}

void TestDurableAlertStore::allIsKeptOrNothing()
{
    const std::unique_ptr<DurableAlertStore> store = open();
    const OutgoingAlert alert(QStringLiteral("one"), alertOf(AlertKind::Down));
    async::run(store->keep({alert}, {UrlMemory()})); // the file refuses a memory of no URL
    QCOMPARE(m_problems.size(), 1);
    const KeptWatch kept = async::run(store->load());
    QVERIFY(kept.alerts.isEmpty() && kept.memories.isEmpty());
}

void TestDurableAlertStore::whatIsCancelledIsKeptAllTheSame()
{
    const std::unique_ptr<DurableAlertStore> store = open();
    const OutgoingAlert alert(QStringLiteral("one"), alertOf(AlertKind::Down));
    Database others(path(), Database::Sharing::Shared);
    QVERIFY(!others.open());
    Transaction writing(others.connection());
    QVERIFY(!writing.begin());
    QVERIFY(async::run(isCancelled(store.get(), alert, &writing)));
    QCOMPARE(async::run(store->load()).alerts, (QList<OutgoingAlert>{alert}));
}

void TestDurableAlertStore::twoStoresNeverHaveOneFile()
{
    std::unique_ptr<DurableAlertStore> first = open();
    QCOMPARE(m_problems, QStringList());
    {
        DurableAlertStore second(path(), [](const StoreProblem &) {});
        const MaybeProblem problem = second.open();
        QVERIFY(problem);
        QCOMPARE(int(problem->failure), int(StoreFailure::Busy));
        QVERIFY2(problem->detail.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(problem->detail));
    }
    first.reset();
    open();
    QCOMPARE(m_problems, QStringList());
}

void TestDurableAlertStore::theHistoryMayHaveTheFileOpen()
{
    HistoryFile history(path());
    QVERIFY(!history.open());
    const std::unique_ptr<DurableAlertStore> store = open();
    async::run(store->keep({}, {memoryOf("http://a.example/", Health::Up)}));
    QVERIFY(!history.noteLocalOutage(QDateTime::fromMSecsSinceEpoch(0), QDateTime::fromMSecsSinceEpoch(1)));
    QCOMPARE(async::run(store->load()).memories.size(), 1);
    QCOMPARE(m_problems, QStringList());
}

void TestDurableAlertStore::aFileThatCannotBeOpenedIsSaid()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("This is no database, and stays as it is.");
    file.close();
    open();
    QCOMPARE(m_problems.size(), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("This is no database, and stays as it is."));
}

void TestDurableAlertStore::whatCannotBeWrittenIsSaidOnce()
{
    DurableAlertStore store(path(),
                            [this](const StoreProblem &problem) { m_problems.append(problem.detail); });
    for (int i = 0; i < 3; ++i) // it was never opened
        async::run(store.keep({}, {memoryOf("http://a.example/", Health::Up)}));
    QCOMPARE(m_problems.size(), 1);
}

QTEST_GUILESS_MAIN(TestDurableAlertStore)
#include "tst_durablealertstore.moc"
