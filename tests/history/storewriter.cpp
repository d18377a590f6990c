// SPDX-License-Identifier: MIT
// A program to be killed: stores entries with their results without end, and prints each id that is
// acknowledged.
//   storewriter FILE FIRST-ID
#include "tests/history/storetools.h"

#include <QCoreApplication>

#include <cstdio>

using namespace rollcall;

namespace {

void writeBatch(Store &store, qint64 firstId)
{
    QList<StoredEntry> entries;
    QList<StoredResult> results;
    for (qint64 id = firstId; id < firstId + test::storewriterBatch; ++id) {
        const QByteArray url = "https://example.com/" + QByteArray::number(id);
        entries.append({id, UrlEntry(url)});
        results.append({id, test::fullResult(url, static_cast<int>(id))});
    }
    store.addEntries(entries);
    store.saveResults(results);
    store.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    qint64 nextId = arguments.value(2).toLongLong();
    Store store(arguments.value(1));
    QObject::connect(&store, &Store::failed, &store, [](StoreFailure, const QString &detail) {
        std::fprintf(stderr, "%s\n", qPrintable(detail));
        QCoreApplication::exit(1);
    });
    QObject::connect(&store, &Store::loaded, &store, [&] { writeBatch(store, nextId); });
    QObject::connect(&store, &Store::saved, &store, [&] {
        nextId += test::storewriterBatch;
        std::printf("%lld\n", nextId - 1);
        std::fflush(stdout);
        writeBatch(store, nextId);
    });
    store.load();
    return QCoreApplication::exec();
}
