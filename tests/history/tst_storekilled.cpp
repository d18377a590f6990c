// SPDX-License-Identifier: MIT
// A process that is killed while it stores loses nothing that was acknowledged.
#include "core/history/store.h"

#include "tests/history/storetools.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

class tst_StoreKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatWasAcknowledged();
};

namespace {

// Lets the writer store from \a firstId on and kills it at some moment after a few acknowledgements. The last
// acknowledged id; 0 when there was none.
qint64 writeAndKill(const QString &path, qint64 firstId)
{
    QProcess writer;
    writer.start(QStringLiteral(ROLLCALL_STOREWRITER), {path, QString::number(firstId)});
    qint64 acknowledged = 0;
    const int wanted = 1 + QRandomGenerator::global()->bounded(5);
    for (int lines = 0; lines < wanted && writer.waitForReadyRead(30'000);) {
        for (; writer.canReadLine(); ++lines)
            acknowledged = writer.readLine().trimmed().toLongLong();
    }
    // Nothing is waited for: the moment of the kill is the random input of this test.
    QTest::qSleep(QRandomGenerator::global()->bounded(10));
    writer.kill();
    writer.waitForFinished();
    // What it said between the last look and its end counts too; a line cut short does not.
    while (writer.canReadLine())
        acknowledged = writer.readLine().trimmed().toLongLong();
    return writer.exitStatus() == QProcess::CrashExit ? acknowledged : 0;
}

} // namespace

void tst_StoreKilled::losesNothingThatWasAcknowledged()
{
    constexpr int rounds = 12;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("store.sqlite"));
    QList<qint64> acknowledged;
    qint64 nextId = 1;
    for (int round = 0; round < rounds; ++round) {
        const qint64 last = writeAndKill(path, nextId);
        QVERIFY(last >= nextId);
        for (qint64 id = nextId; id <= last; ++id)
            acknowledged.append(id);

        WatchedStore watched(path);
        const QList<StoredEntry> entries = watched.load();
        QCOMPARE(watched.failure(), std::nullopt);
        QCOMPARE(ask(path, QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
        QCOMPARE(entries.size() % storewriterBatch, 0); // each write whole or not at all
        QCOMPARE(entries.constLast().id, entries.size());
        QVERIFY(entries.size() >= last);
        for (const qint64 id : std::as_const(acknowledged)) {
            const StoredEntry &entry = entries.at(id - 1);
            QCOMPARE(entry.id, id);
            QVERIFY(entry.lastResult == fullResult(entry.entry.url, static_cast<int>(id)));
        }
        nextId = entries.size() + 1;
    }
    qInfo("%d rounds, %lld of %lld entries acknowledged", rounds, qint64(acknowledged.size()), nextId - 1);
}

QTEST_GUILESS_MAIN(tst_StoreKilled)
#include "tst_storekilled.moc"
