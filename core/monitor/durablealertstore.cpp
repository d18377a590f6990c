// SPDX-License-Identifier: MIT
#include "core/monitor/durablealertstore.h"

#include "core/async/future.h"
#include "core/async/scheduler.h"
#include "core/async/shield.h"
#include "core/history/database.h"
#include "core/history/filelock.h"
#include "core/history/watchtable.h"

#include <QJsonDocument>
#include <QMetaObject>
#include <QObject>

#include <optional>
#include <utility>

namespace rollcall {

namespace {

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QList<KeptAlert> keptAlerts(const QList<OutgoingAlert> &alerts)
{
    QList<KeptAlert> kept;
    for (const OutgoingAlert &each : alerts)
        kept.append(KeptAlert(each.channel, each.alert.id, compactJson(alertToJson(each.alert))));
    return kept;
}

QList<KeptMemory> keptMemories(const QList<UrlMemory> &memories)
{
    QList<KeptMemory> kept;
    for (const UrlMemory &each : memories)
        kept.append(KeptMemory(each.url, compactJson(memoryToJson(each))));
    return kept;
}

} // namespace

/// Lives in the store's thread, and so does what it holds.
class DurableAlertStore::Worker : public QObject
{
public:
    explicit Worker(const QString &path) : m_path(path), m_lock(path + QStringLiteral("-watch")) {}

    MaybeProblem open()
    {
        m_database.emplace(m_path, Database::Sharing::Shared);
        MaybeProblem problem = m_database->open();
        if (!problem)
            problem = m_lock.take();
        if (problem)
            close();
        else
            m_table.emplace().use(m_database->connection());
        return problem;
    }
    void close()
    {
        m_table.reset();
        m_database.reset();
    }
    /// Calls body(WatchTable &), which returns a MaybeProblem.
    template <class Body>
    MaybeProblem with(Body body)
    {
        if (!m_table)
            return StoreProblem(StoreFailure::CannotOpen, QStringLiteral("the file is not open"));
        return body(*m_table);
    }

private:
    const QString m_path;
    FileLock m_lock;
    std::optional<Database> m_database;
    std::optional<WatchTable> m_table;
};

DurableAlertStore::DurableAlertStore(const QString &path, std::function<void(const StoreProblem &)> onProblem)
    : m_onProblem(std::move(onProblem)),
      m_worker(std::make_unique<Worker>(path))
{
    m_thread.setObjectName(QStringLiteral("alerts"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DurableAlertStore::~DurableAlertStore()
{
    // Behind everything that is pending.
    QMetaObject::invokeMethod(m_worker.get(), [this] {
        m_worker->close();
        m_thread.quit();
    });
    m_thread.wait();
}

MaybeProblem DurableAlertStore::open()
{
    MaybeProblem problem;
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { return m_worker->open(); }, Qt::BlockingQueuedConnection, &problem);
    return problem;
}

async::Coroutine<KeptWatch> DurableAlertStore::load()
{
    QList<KeptAlert> alerts;
    QList<KeptMemory> memories;
    async::Coroutine<void> reading = write([&alerts, &memories](Worker &worker) {
        return worker.with([&](WatchTable &table) { return table.load(alerts, memories); });
    });
    co_await std::move(reading);
    KeptWatch kept;
    for (const KeptAlert &each : std::as_const(alerts)) {
        OutgoingAlert &outgoing = kept.alerts.emplace_back(each.channel, alertFromJson(objectIn(each.json)));
        outgoing.alert.id = each.id; // settled by it, whatever the content is
    }
    for (const KeptMemory &each : std::as_const(memories))
        kept.memories.insert(each.url, memoryFromJson(each.url, objectIn(each.json)));
    co_return kept;
}

async::Coroutine<void> DurableAlertStore::keep(QList<OutgoingAlert> alerts, QList<UrlMemory> memories)
{
    return write([alerts = keptAlerts(alerts), memories = keptMemories(memories)](Worker &worker) {
        return worker.with([&](WatchTable &table) { return table.keep(alerts, memories); });
    });
}

async::Coroutine<void> DurableAlertStore::settle(QString channel, QList<QByteArray> ids)
{
    return write([channel, ids](Worker &worker) {
        return worker.with([&](WatchTable &table) { return table.settle(channel, ids); });
    });
}

/// Has \a body carried out in the worker's thread, and waits for its end, also when it is cancelled
/// meanwhile: what is said to be delivered must not be delivered again because the program ends.
async::Coroutine<void> DurableAlertStore::write(std::function<MaybeProblem(Worker &)> body)
{
    const async::Future<MaybeProblem> ended = async::createFuture<MaybeProblem>();
    const async::LoopReference loop = async::LoopReference::current();
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), body, loop, ended] {
        const MaybeProblem problem = body(*worker);
        loop.callSoon([ended, problem] { ended.setResult(problem); });
    });
    bool wasCancelled = false;
    while (!ended.isDone()) {
        async::Coroutine<MaybeProblem> waiting = async::shield(ended);
        try {
            co_await std::move(waiting);
        } catch (const async::Cancelled &) {
            wasCancelled = true; // what body refers to must live until it has ended
        }
    }
    tell(ended.result());
    if (wasCancelled)
        throw async::Cancelled();
}

void DurableAlertStore::tell(const MaybeProblem &problem)
{
    const bool isNew = problem && !m_hasProblem;
    m_hasProblem = problem.has_value();
    if (isNew)
        m_onProblem(*problem);
}

} // namespace rollcall
