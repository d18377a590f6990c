// SPDX-License-Identifier: MIT
// A process that is killed while it stores loses nothing that was acknowledged.
#include "core/history/store.h"

#include "tests/history/killedwriter.h"
#include "tests/history/storetools.h"

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

bool isWhole(const StoredEntry &entry, qint64 id)
{
    return entry.id == id && entry.lastResult &&
           *entry.lastResult == fullResult(entry.entry.url, static_cast<int>(id));
}

} // namespace

void tst_StoreKilled::losesNothingThatWasAcknowledged()
{
    constexpr int rounds = 100;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("store.sqlite"));
    QList<qint64> acknowledged;
    QList<StoredEntry> entries;
    qint64 nextId = 1;
    for (int round = 0; round < rounds; ++round) {
        const std::optional<qint64> last =
            writeAndKill(QStringLiteral(ROLLCALL_STOREWRITER), {path, QString::number(nextId)});
        QVERIFY(last && *last >= nextId);
        for (qint64 id = nextId; id <= *last; ++id)
            acknowledged.append(id);

        WatchedStore watched(path);
        entries = watched.load();
        QCOMPARE(watched.failure(), std::nullopt);
        QCOMPARE(ask(path, QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
        QCOMPARE(entries.size() % storewriterBatch, 0); // each write whole or not at all
        QCOMPARE(entries.constLast().id, entries.size());
        QVERIFY(entries.size() >= *last);
        for (qint64 id = nextId; id <= *last; ++id)
            QVERIFY(isWhole(entries.at(id - 1), id));
        nextId = entries.size() + 1;
    }
    for (const qint64 id : std::as_const(acknowledged))
        QVERIFY(isWhole(entries.at(id - 1), id));
    qInfo("%d rounds, %lld of %lld entries acknowledged", rounds, qint64(acknowledged.size()), nextId - 1);
}

QTEST_GUILESS_MAIN(tst_StoreKilled)
#include "tst_storekilled.moc"
