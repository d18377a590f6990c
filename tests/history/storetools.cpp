// SPDX-License-Identifier: MIT
#include "tests/history/storetools.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

namespace rollcall::test {

namespace {

using std::chrono::microseconds;

constexpr int answerTimeoutMilliseconds = 120'000;

} // namespace

CheckResult fullResult(const QByteArray &url, int seed)
{
    CheckResult result;
    result.url = url;
    result.outcome = Outcome::Failed;
    result.attempts = seed + 2;
    result.queueTime = microseconds(seed + 3);
    result.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123 + seed, Qt::UTC);
    FetchResult &fetch = result.fetch;
    fetch.error = ErrorKind::HttpServerError;
    fetch.errorDetail = QStringLiteral("d\u00e9tail %1").arg(seed);
    fetch.finalUrl = url + "/final";
    fetch.status = 503;
    fetch.bodyBytes = (qint64(1) << 40) + seed;
    fetch.wireBytes = (qint64(1) << 33) + seed;
    fetch.contentType = "text/html; charset=utf-8";
    fetch.redirects = {RedirectHop(url, 301, microseconds(seed + 4)),
                       RedirectHop(url + "/next", 307, microseconds(seed + 5))};
    fetch.httpVersion = "1.1";
    fetch.remoteIp = "127.0.0.1";
    fetch.reusedConnection = seed % 2 == 0;
    fetch.tlsVersion = "1.3";
    fetch.certificateIssuer = QStringLiteral("Aut\u00e9rity %1").arg(seed);
    fetch.pageTitle = QStringLiteral("T\u00eftle %1").arg(seed);
    result.furtherReasons = {Reason(ErrorKind::TooSlow, QStringLiteral("d\u00e9tail %1").arg(seed)),
                             Reason(ErrorKind::Redirected, QString())};
    fetch.certificateExpires = QDateTime::fromMSecsSinceEpoch(1'800'000'000'456 + seed, Qt::UTC);
    fetch.bodySha256 = QByteArray("0123456789abcdef").repeated(4);
    fetch.times.dns = microseconds(seed + 6);
    fetch.times.connect = microseconds(seed + 7);
    fetch.times.tls = microseconds(seed + 8);
    fetch.times.firstByte = microseconds(seed + 9);
    fetch.times.total = microseconds(seed + 10);
    return result;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QVariant ask(const QString &path, const QString &statement)
{
    const QString name = QStringLiteral("from outside");
    QVariant answer;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(path);
        connection.open();
        QSqlQuery query(connection);
        const bool done = query.exec(statement);
        answer = done && query.next() ? query.value(0) : QVariant(query.lastError().text());
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

WatchedStore::WatchedStore(const QString &path)
    : store(path),
      m_loaded(&store, &Store::loaded),
      m_listsLoaded(&store, &Store::listsLoaded),
      m_saved(&store, &Store::saved),
      m_failed(&store, &Store::failed)
{
}

StoredLists WatchedStore::loadLists()
{
    m_listsLoaded.clear();
    const qsizetype failuresBefore = m_failed.size();
    store.loadLists();
    if (!isAnswered(m_listsLoaded, failuresBefore))
        return {};
    return m_listsLoaded.takeFirst().at(0).value<StoredLists>();
}

QList<StoredEntry> WatchedStore::load(qint64 listId)
{
    m_loaded.clear();
    const qsizetype failuresBefore = m_failed.size();
    store.load(listId);
    if (!isAnswered(m_loaded, failuresBefore))
        return {};
    return m_loaded.takeFirst().at(0).value<QList<StoredEntry>>();
}

bool WatchedStore::flush()
{
    m_saved.clear();
    const qsizetype failuresBefore = m_failed.size();
    store.flush();
    return isAnswered(m_saved, failuresBefore);
}

// Waits for the good answer or for a further failure, whichever comes first.
bool WatchedStore::isAnswered(const QSignalSpy &good, qsizetype failuresBefore) const
{
    const auto came = [&] { return !good.isEmpty() || m_failed.size() > failuresBefore; };
    return QTest::qWaitFor(came, answerTimeoutMilliseconds) && !good.isEmpty();
}

std::optional<StoreFailure> WatchedStore::failure()
{
    if (m_failuresSeen == m_failed.size())
        return std::nullopt;
    m_failuresSeen = m_failed.size();
    m_detail = m_failed.last().at(1).toString();
    return m_failed.last().at(0).value<StoreFailure>();
}

} // namespace rollcall::test
