// SPDX-License-Identifier: MIT
// A program to be killed: records runs without end, and prints the number of the last result that is
// acknowledged.
//   historywriter FILE FIRST-NUMBER MILLISECONDS-SINCE-1970
#include "core/history/history.h"
#include "tests/history/historytools.h"

#include <QCoreApplication>

#include <cstdio>

using namespace rollcall;

namespace {

// One run a batch.
void writeBatch(History &history, qint64 firstNumber, qint64 firstMs)
{
    QList<HistoryResult> results;
    for (qint64 number = firstNumber; number < firstNumber + test::historywriterBatch; ++number)
        results.append(test::historywriterResult(number, firstMs));
    const QDateTime began = test::historywriterBegan(firstNumber, firstMs);
    const RunTicket run =
        history.beginRun(RunStart(RunKind::Scheduled, QString::number(firstNumber), began, results.size()));
    history.addResults(run, results);
    history.endRun(run, began, {});
    history.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    qint64 nextNumber = arguments.value(2).toLongLong();
    const qint64 began = arguments.value(3).toLongLong();
    History history(arguments.value(1));
    QObject::connect(&history, &History::failed, &history, [](StoreFailure, const QString &detail) {
        std::fprintf(stderr, "%s\n", qPrintable(detail));
        QCoreApplication::exit(1);
    });
    QObject::connect(&history, &History::opened, &history, [&] { writeBatch(history, nextNumber, began); });
    QObject::connect(&history, &History::saved, &history, [&] {
        nextNumber += test::historywriterBatch;
        std::printf("%lld\n", nextNumber - 1);
        std::fflush(stdout);
        writeBatch(history, nextNumber, began);
    });
    history.open();
    return QCoreApplication::exec();
}
