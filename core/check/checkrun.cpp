// SPDX-License-Identifier: MIT
#include "core/check/checkrun.h"

#include "core/async/errors.h"
#include "core/async/event.h"
#include "core/async/task.h"
#include "core/check/hostqueue.h"
#include "core/check/urlcheck.h"
#include "core/net/accessmanagers.h"
#include "core/net/fetcher.h"
#include "core/net/hostresolver.h"
#include "core/url/normalizeurl.h"
#include "core/url/urlparts.h"

#include <QUrl>

#include <unordered_map>

namespace rollcall {

/// The run works in three movements: startMore() fills the free places, each check() releases its place when
/// it ends and fills it again, and run() only waits for the last of them.
class CheckRun::Private
{
public:
    Private(UrlList list, CheckSettings settings)
        : m_list(std::move(list)),
          m_settings(std::move(settings)),
          m_queue(m_list, m_settings.limits.perHost),
          m_managers(m_settings.transport),
          m_resolver(m_settings.transport.ipVersion, m_settings.transport.hostOverrides),
          m_fetcher(m_managers, m_resolver)
    {
        m_progress.total = m_list.size();
    }

    async::Coroutine<CheckProgress> run();
    void stop();
    void setLimits(CheckLimits limits);
    CheckProgress progress() const;

    std::function<void(qsizetype)> m_onStarted = [](qsizetype) {};
    std::function<void(IndexedResult)> m_onResult = [](const IndexedResult &) {};

private:
    /// A position in flight.
    struct Active {
        async::Task<void> task;
        bool hasBegun = false;
    };

    void startMore();
    async::Coroutine<void> check(HostQueue::Pick pick);
    async::Coroutine<void> checkEntry(HostQueue::Pick pick, CheckResult *result);
    void finish(const HostQueue::Pick &pick, CheckResult result);
    void cancelWaiting();
    void deliver(qsizetype index, CheckResult result);

    UrlList m_list;
    CheckSettings m_settings;
    HostQueue m_queue;
    AccessManagers m_managers;
    HostResolver m_resolver;
    Fetcher m_fetcher;

    async::Clock::time_point m_begin;
    bool m_isRunning = false;
    bool m_isStopped = false;
    std::unordered_map<qsizetype, Active> m_active; // by position in the list
    async::Event m_allDone;
    CheckProgress m_progress;
};

async::Coroutine<CheckProgress> CheckRun::Private::run()
{
    m_begin = async::Clock::now();
    m_isRunning = true;
    startMore();
    bool wasCancelled = false;
    while (!m_allDone.isSet()) {
        try {
            co_await m_allDone.wait();
        } catch (const async::Cancelled &) {
            wasCancelled = true; // thrown on once nothing is in flight any more
        }
        if (wasCancelled)
            stop();
    }
    m_progress.elapsed = progress().elapsed;
    m_isRunning = false;
    if (wasCancelled)
        throw async::Cancelled();
    co_return m_progress;
}

void CheckRun::Private::startMore()
{
    while (!m_isStopped && qsizetype(m_active.size()) < m_settings.limits.concurrency) {
        const std::optional<HostQueue::Pick> pick = m_queue.take();
        if (!pick)
            break;
        m_active[pick->index].task = async::createTask(check(*pick));
    }
    m_progress.running = qsizetype(m_active.size());
    if (m_active.empty()) {
        cancelWaiting();
        m_allDone.set();
    }
}

async::Coroutine<void> CheckRun::Private::check(HostQueue::Pick pick)
{
    CheckResult result = CheckResult::neverStarted(m_list[pick.index].url);
    bool wasCancelled = false;
    m_active[pick.index].hasBegun = true;
    async::Coroutine<void> checking = checkEntry(pick, &result);
    try {
        if (!m_isStopped)
            co_await std::move(checking);
    } catch (const async::Cancelled &) {
        wasCancelled = true;
        result.outcome = Outcome::Cancelled;
        result.fetch.error = ErrorKind::Cancelled;
    } catch (const std::exception &error) {
        result.outcome = Outcome::Failed;
        result.fetch.error = ErrorKind::Internal;
        result.fetch.errorDetail = QString::fromUtf8(error.what());
    }
    finish(pick, std::move(result));
    if (wasCancelled)
        throw async::Cancelled();
}

async::Coroutine<void> CheckRun::Private::checkEntry(HostQueue::Pick pick, CheckResult *result)
{
    const QUrl url = toQUrl(result->url);
    if (schemeOf(result->url) != UrlScheme::Other && !m_managers.isProxied(url)) {
        async::Coroutine<void> admitted = m_resolver.admission(url.host(QUrl::FullyEncoded));
        co_await std::move(admitted);
    }
    const auto waited = async::Clock::now() - m_begin;
    result->queueTime = std::chrono::duration_cast<std::chrono::microseconds>(waited);
    m_onStarted(pick.index);
    const UrlCheckContext context(pick.slot / connectionsPerLane, pick.hostHasMore);
    async::Coroutine<void> checking = checkUrl(&m_fetcher, m_settings, context, result);
    co_await std::move(checking);
}

void CheckRun::Private::finish(const HostQueue::Pick &pick, CheckResult result)
{
    m_queue.release(pick);
    m_active.erase(pick.index);
    deliver(pick.index, std::move(result));
    startMore();
}

/// What has not begun when the run ends has a result, too.
void CheckRun::Private::cancelWaiting()
{
    m_queue.setPerHost(allowed::perHost.maximum);
    while (const std::optional<HostQueue::Pick> pick = m_queue.take()) {
        m_queue.release(*pick);
        deliver(pick->index, CheckResult::neverStarted(m_list[pick->index].url));
    }
}

void CheckRun::Private::deliver(qsizetype index, CheckResult result)
{
    m_progress.count(result.outcome);
    m_onResult(IndexedResult(index, std::move(result)));
}

void CheckRun::Private::stop()
{
    if (std::exchange(m_isStopped, true))
        return;
    // A task leaves the map as it ends, which is in a later turn, never inside cancel(). One that has not
    // begun would not run at all if it was cancelled, and then could not report; it ends by itself.
    for (const auto &[index, active] : m_active) {
        if (active.hasBegun)
            active.task.cancel();
    }
}

void CheckRun::Private::setLimits(CheckLimits limits)
{
    m_settings.limits = limits;
    m_queue.setPerHost(limits.perHost);
    if (m_isRunning)
        startMore();
}

CheckProgress CheckRun::Private::progress() const
{
    CheckProgress now = m_progress;
    if (m_isRunning)
        now.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(async::Clock::now() - m_begin);
    return now;
}

CheckRun::CheckRun(UrlList list, CheckSettings settings)
    : d(std::make_unique<Private>(std::move(list), std::move(settings)))
{
}

CheckRun::~CheckRun() = default;

void CheckRun::onStarted(std::function<void(qsizetype)> handler)
{
    d->m_onStarted = std::move(handler);
}

void CheckRun::onResult(std::function<void(IndexedResult)> handler)
{
    d->m_onResult = std::move(handler);
}

async::Coroutine<CheckProgress> CheckRun::run()
{
    return d->run();
}

void CheckRun::stop()
{
    d->stop();
}

void CheckRun::setLimits(CheckLimits limits)
{
    d->setLimits(limits);
}

CheckProgress CheckRun::progress() const
{
    return d->progress();
}

} // namespace rollcall
