// SPDX-License-Identifier: MIT
// A process that is killed while it records, packs and rolls up loses nothing that was acknowledged.
#include "core/history/historyfile.h"

#include "tests/history/historytools.h"
#include "tests/history/killedwriter.h"
#include "tests/history/storetools.h"

#include <QTemporaryDir>

using namespace rollcall;
using namespace rollcall::test;

class tst_HistoryKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatWasAcknowledged();
};

namespace {

// The number of the last result that is there; 0 when there is none. Every run must be whole or not begun,
// except the last one.
qint64 verifyRuns(HistoryFile &file, qint64 began)
{
    QList<StoredRun> runs = got(file.runs().latest(1'000'000));
    qint64 last = 0;
    for (const StoredRun &run : std::as_const(runs)) {
        const QList<HistoryResult> results = resultsOf(file, run.id);
        if (results.isEmpty())
            continue; // killed after its beginning
        const qint64 first = run.start.list.toLongLong();
        if (results.size() != historywriterBatch)
            return -1;
        for (qint64 index = 0; index < historywriterBatch; ++index) {
            if (results.at(index) != historywriterResult(first + index, began))
                return -1;
        }
        last = std::max(last, first + historywriterBatch - 1);
    }
    return last;
}

qint64 countedUp(HistoryFile &file, const QDateTime &now)
{
    QByteArrayList urls;
    for (qint64 number = 0; number < historywriterBatch; ++number)
        urls.append(historywriterResult(number, 0).result.url);
    qint64 counted = 0;
    for (const UrlOverview &line : got(file.urls().overview(urls, now.addDays(-30), now)))
        counted += line.counts.counted();
    return counted;
}

} // namespace

void tst_HistoryKilled::losesNothingThatWasAcknowledged()
{
    constexpr int rounds = 100;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("history.sqlite"));
    // Old enough to be packed meanwhile.
    const qint64 began = QDateTime::currentDateTimeUtc().addDays(-25).toMSecsSinceEpoch();
    qint64 nextNumber = 0;
    qint64 acknowledged = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::optional<qint64> last =
            writeAndKill(QStringLiteral(ROLLCALL_HISTORYWRITER),
                         {path, QString::number(nextNumber), QString::number(began)});
        QVERIFY(last && *last >= nextNumber);
        acknowledged += *last - nextNumber + 1;
        QCOMPARE(ask(path, QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
        HistoryFile file(path);
        QCOMPARE(file.open(), std::nullopt);
        const qint64 found =
            ask(path, QStringLiteral("SELECT max(CAST(list AS INTEGER)) FROM runs")).toLongLong();
        QVERIFY(found + historywriterBatch > *last);
        nextNumber = found + historywriterBatch;
    }

    HistoryFile file(path);
    QCOMPARE(file.open(), std::nullopt);
    const qint64 last = verifyRuns(file, began);
    QVERIFY2(last >= acknowledged - 1, qPrintable(QString::number(last)));
    // Each result is in the roll-ups once, whenever the packing was interrupted.
    const qint64 results = ask(path, QStringLiteral("SELECT count(*) FROM results")).toLongLong();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qint64 before = countedUp(file, now);
    keepInOrder(file, now);
    QCOMPARE(countedUp(file, now), before);
    QCOMPARE(verifyRuns(file, began), last);
    qInfo("%d rounds, %lld results acknowledged, %lld there, %lld not packed when it ended", rounds,
          acknowledged, before, results);
    QVERIFY(before >= acknowledged);
    QVERIFY(results < before); // else nothing was packed while it was killed
}

QTEST_GUILESS_MAIN(tst_HistoryKilled)
#include "tst_historykilled.moc"
