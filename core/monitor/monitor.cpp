// SPDX-License-Identifier: MIT
#include "core/monitor/monitor.h"

#include "core/async/errors.h"
#include "core/check/verdict.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace rollcall {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// Timers stand still while the machine sleeps, and know nothing of a clock that is set: so often both clocks
/// are looked at.
constexpr milliseconds longestWait{5'000};

} // namespace

Monitor::Monitor(WatchSettings settings, const QList<WatchedList> &lists, UrlChecker &checker,
                 AlertStore &store, AlertDispatcher &dispatcher, std::function<Moment()> clock)
    : m_watch(std::move(settings), lists, clock()),
      m_checker(checker),
      m_store(store),
      m_dispatcher(dispatcher),
      m_clock(std::move(clock))
{
}

void Monitor::onNews(std::function<void(const WatchNews &)> observer)
{
    m_onNews = std::move(observer);
}

void Monitor::goOnFrom(const QHash<QByteArray, milliseconds> &checked)
{
    m_watch.goOnFrom(checked, m_clock());
}

async::Coroutine<void> Monitor::run()
{
    bool wasCancelled = false;
    async::Coroutine<void> watching = watchOn();
    try {
        co_await std::move(watching);
    } catch (const async::Cancelled &) {
        wasCancelled = true; // thrown on once nothing is under way any more
    }
    async::Coroutine<void> ending = endChecks();
    co_await std::move(ending);
    async::Coroutine<void> telling = tellNews();
    co_await std::move(telling);
    if (wasCancelled)
        throw async::Cancelled();
}

void Monitor::stop()
{
    m_isStopped = true;
    m_changed.set();
}

void Monitor::checkNow(int url)
{
    m_watch.checkNow(url, m_clock());
    m_changed.set();
}

void Monitor::checkAllNow()
{
    for (int url = 0; url < m_watch.count(); ++url)
        checkNow(url);
}

void Monitor::pause(int url)
{
    m_watch.pause(url, m_clock());
    m_changed.set();
}

void Monitor::resume(int url)
{
    m_watch.resume(url, m_clock());
    m_changed.set();
}

async::Coroutine<void> Monitor::begin()
{
    async::Coroutine<KeptWatch> loading = m_store.load();
    const KeptWatch kept = co_await std::move(loading);
    m_watch.restore(kept.memories);
    m_dispatcher.send(kept.alerts);
}

async::Coroutine<void> Monitor::watchOn()
{
    async::Coroutine<void> beginning = begin();
    co_await std::move(beginning);
    while (!m_isStopped) {
        m_changed.clear();
        startDue();
        async::Coroutine<void> telling = tellNews();
        co_await std::move(telling);
        const milliseconds wait = std::min(longestWait, m_watch.untilNext(m_clock()).value_or(longestWait));
        async::Coroutine<void> waiting = waitForEvent(&m_changed, wait);
        co_await std::move(waiting);
    }
}

void Monitor::startDue()
{
    const QList<int> due = m_watch.takeDue(m_clock());
    for (const int url : due)
        m_checks[url] = async::createTask(check(url), u"watch"_s);
}

async::Coroutine<void> Monitor::check(int url)
{
    bool wasCancelled = false;
    const UrlEntry entry = m_watch.url(url).entry();
    CheckResult result = CheckResult::neverStarted(entry.url);
    async::Coroutine<CheckResult> checking = m_checker.check(entry);
    try {
        result = co_await std::move(checking);
    } catch (const async::Cancelled &) {
        wasCancelled = true;
    } catch (const std::exception &error) {
        apply(Verdict(Outcome::Failed, {Reason(ErrorKind::Internal, QString::fromUtf8(error.what()))}),
              result);
    }
    m_watch.deliver(url, std::move(result), m_clock());
    m_checks.erase(url);
    m_changed.set();
    if (wasCancelled)
        throw async::Cancelled();
}

async::Coroutine<void> Monitor::endChecks()
{
    std::vector<async::Task<void>> checks;
    for (const auto &[url, task] : m_checks)
        checks.push_back(task);
    for (const async::Task<void> &task : checks)
        task.cancel();
    for (const async::Task<void> &task : checks) {
        try {
            co_await task;
        } catch (const async::Cancelled &) { // asked for
        }
    }
    m_checks.clear(); // those that were cancelled before they began
}

async::Coroutine<void> Monitor::tellNews()
{
    const WatchNews news = m_watch.takeNews();
    if (news.isEmpty())
        co_return;
    m_onNews(news);
    const QList<OutgoingAlert> outgoing = m_dispatcher.route(news.alerts);
    if (outgoing.isEmpty() && news.memories.isEmpty())
        co_return;
    async::Coroutine<void> keeping = m_store.keep(outgoing, news.memories);
    co_await std::move(keeping);
    m_dispatcher.send(outgoing);
}

} // namespace rollcall
