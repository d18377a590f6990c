// SPDX-License-Identifier: MIT
#include "core/check/checkrun.h"

#include "core/async/errors.h"
#include "core/async/event.h"
#include "core/async/task.h"
#include "core/check/callplanner.h"
#include "core/check/stopwatch.h"
#include "core/check/threadspread.h"
#include "core/check/urlcheck.h"
#include "core/check/verdict.h"
#include "core/net/fetcherthreads.h"
#include "core/url/normalizeurl.h"

#include <QRandomGenerator>

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rollcall {

namespace {

/// How far a position has come.
struct UrlState {
    UrlState() = default;

    CheckResult result;
    async::Clock::time_point queuedSince; // this time
    async::Clock::time_point began;       // the last call
    int calls = 0;                        // in this round
};

} // namespace

/// The run works in three movements: startMore() fills the free places, each check() releases its place when
/// it ends and fills it again, and run() only waits for the last of them. Where nothing may begin yet, a
/// timer calls startMore(). A position that is to be called again goes back to the queue.
class CheckRun::Private
{
public:
    Private(UrlList list, CheckSettings settings, PreviousAnswers previous)
        : m_list(std::move(list)),
          m_settings(std::move(settings)),
          m_previous(std::move(previous)),
          m_planner(m_list, m_settings, QRandomGenerator::global()->generate()),
          m_wake([this] { startMore(); }),
          m_fetchers(m_settings.transport),
          m_threads(m_fetchers.count())
    {
        m_progress.total = m_list.size();
        m_mayCall.set();
    }

    async::Coroutine<CheckProgress> run();
    void stop();
    void setLimits(CheckLimits limits);
    void setPaused(bool paused);
    CheckProgress progress() const;

    std::function<void(qsizetype)> m_onStarted = [](qsizetype) {};
    std::function<void(IndexedResult)> m_onResult = [](const IndexedResult &) {};

private:
    /// A position in flight.
    struct Active {
        async::Task<void> task;
        bool hasBegun = false;
    };

    enum class Round { First, Second };
    struct Position {
        qsizetype index;
        int hostId;
    };

    void startMore();
    void wakeWhenReady();
    bool mayBegin() const;
    bool startSecondRound();
    async::Coroutine<void> check(CallPlanner::Pick pick, UrlState state);
    async::Coroutine<void> call(CallPlanner::Pick pick, UrlState *state);
    void finish(const CallPlanner::Pick &pick, UrlState state);
    bool callsAgain(const CallPlanner::Pick &pick, UrlState &state);
    UrlState takeState(qsizetype index);
    void cancelWaiting();
    void deliver(qsizetype index, CheckResult result);

    UrlList m_list;
    CheckSettings m_settings;
    PreviousAnswers m_previous;
    CallPlanner m_planner;
    async::DeadlineTimer m_wake;
    FetcherThreads m_fetchers;
    ThreadSpread m_threads;

    async::Clock::time_point m_begin;
    Stopwatch m_elapsed;
    bool m_isRunning = false;
    bool m_isStopped = false;
    async::Event m_mayCall; // clear while the run is paused
    Round m_round = Round::First;
    std::unordered_map<qsizetype, Active> m_active;  // by position in the list
    std::unordered_map<qsizetype, UrlState> m_again; // called before, and to be called again
    std::vector<Position> m_secondRound;
    async::Event m_allDone;
    CheckProgress m_progress;
};

async::Coroutine<CheckProgress> CheckRun::Private::run()
{
    m_begin = async::Clock::now();
    m_isRunning = true;
    if (m_mayCall.isSet())
        m_elapsed.start(m_begin);
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
    const auto now = async::Clock::now();
    while (mayBegin()) {
        const std::optional<CallPlanner::Pick> pick = m_planner.take(now);
        if (!pick)
            break;
        m_active[pick->index].task = async::createTask(check(*pick, takeState(pick->index)));
    }
    m_progress.running = qsizetype(m_active.size());
    if (!m_active.empty() || (m_planner.pending() > 0 && !m_isStopped)) {
        wakeWhenReady();
    } else if (m_isStopped || !startSecondRound()) {
        cancelWaiting();
        m_allDone.set();
    } else {
        startMore();
    }
}

/// A free place may have to wait for its turn.
void CheckRun::Private::wakeWhenReady()
{
    const std::optional<CallPlanner::TimePoint> next = m_planner.nextTime();
    if (next && mayBegin())
        m_wake.start(*next);
    else
        m_wake.stop();
}

bool CheckRun::Private::mayBegin() const
{
    if (m_isStopped || !m_mayCall.isSet())
        return false;
    constexpr int slowness = 5;
    const int usual = m_settings.limits.concurrency;
    const int places = m_round == Round::First ? usual : std::max(1, usual / slowness);
    return qsizetype(m_active.size()) < places;
}

bool CheckRun::Private::startSecondRound()
{
    if (m_secondRound.empty())
        return false;
    m_round = Round::Second;
    m_planner.goSlowly();
    for (const Position &position : std::exchange(m_secondRound, {})) {
        UrlState &state = m_again[position.index];
        state.calls = 0;
        if (m_planner.isGivenUp(position.hostId))
            deliver(position.index, takeState(position.index).result);
        else
            m_planner.putBack(position.index, position.hostId, state.result.attempts, state.queuedSince);
    }
    return true;
}

async::Coroutine<void> CheckRun::Private::check(CallPlanner::Pick pick, UrlState state)
{
    bool wasCancelled = false;
    m_active[pick.index].hasBegun = true;
    CheckResult &result = state.result;
    async::Coroutine<void> calling = call(pick, &state);
    try {
        if (!m_isStopped)
            co_await std::move(calling);
    } catch (const async::Cancelled &) {
        wasCancelled = true;
        apply(Verdict(Outcome::Cancelled, {Reason(ErrorKind::Cancelled, {})}), result);
    } catch (const std::exception &error) {
        apply(Verdict(Outcome::Failed, {Reason(ErrorKind::Internal, QString::fromUtf8(error.what()))}),
              result);
    }
    finish(pick, std::move(state));
    if (wasCancelled)
        throw async::Cancelled();
}

async::Coroutine<void> CheckRun::Private::call(CallPlanner::Pick pick, UrlState *state)
{
    CheckResult &result = state->result;
    if (schemeOf(result.url) != UrlScheme::Other) {
        async::Coroutine<void> admitted = m_fetchers.admission(result.url);
        co_await std::move(admitted);
    }
    while (!m_mayCall.isSet()) { // paused since it was picked, perhaps more than once
        async::Coroutine<void> goesOn = m_mayCall.wait();
        co_await std::move(goesOn);
    }
    state->began = async::Clock::now();
    const auto waited =
        std::chrono::duration_cast<std::chrono::microseconds>(state->began - state->queuedSince);
    if (!result.queueTime)
        m_onStarted(pick.index);
    result.queueTime = result.queueTime.value_or(std::chrono::microseconds(0)) + waited;
    ++state->calls;
    UrlCheckContext context(m_list[pick.index], pick.slot / connectionsPerLane, pick.hostHasMore);
    context.previous = m_previous.value(pick.index);
    const ThreadSpread::Place place = m_threads.place(pick.hostId, pick.slot);
    async::Coroutine<void> checking =
        checkUrl(&m_fetchers.fetcher(place.thread()), &m_settings, std::move(context), &result);
    co_await std::move(checking);
    *result.queueTime += result.fetch.times.held;
}

void CheckRun::Private::finish(const CallPlanner::Pick &pick, UrlState state)
{
    m_active.erase(pick.index);
    const bool wasCalled = state.result.outcome != Outcome::Cancelled;
    const CallPlanner::GivenUp givenUp =
        m_planner.end(pick, wasCalled ? &state.result.fetch : nullptr, state.began, async::Clock::now());
    // What has been judged is not kept: lists run to a million URLs. Headers are for those who look at one.
    state.result.fetch.bodyPrefix.clear();
    for (const qsizetype index : givenUp.positions)
        deliver(index,
                m_again.contains(index)
                    ? takeState(index).result
                    : CheckResult::notCalled(m_list[index].url, givenUp.reason.error, givenUp.reason.calls));
    if (!callsAgain(pick, state))
        deliver(pick.index, std::move(state.result));
    startMore();
}

/// Puts the position back in line, now or for the second round, when that is worth it.
bool CheckRun::Private::callsAgain(const CallPlanner::Pick &pick, UrlState &state)
{
    const FetchResult &fetch = state.result.fetch;
    if (m_isStopped || m_settings.retries == 0 || !isIdempotent(methodFor(m_list[pick.index], m_settings)) ||
        !isTransient(fetch) || m_planner.isGivenUp(pick.hostId))
        return false;
    // In the second round others than those that were held off have had their chance.
    const bool countsAsCall = m_round == Round::First || fetch.error == ErrorKind::RateLimited;
    const bool isSoon = countsAsCall && state.calls <= m_settings.retries;
    const bool isLate =
        m_round == Round::First && m_settings.politeness.secondRound && deservesSecondRound(fetch);
    if (!isSoon && !isLate)
        return false;
    state.queuedSince = async::Clock::now();
    if (isSoon)
        m_planner.putBack(pick.index, pick.hostId, state.calls, state.queuedSince);
    else
        m_secondRound.push_back({pick.index, pick.hostId});
    m_again.emplace(pick.index, std::move(state));
    return true;
}

UrlState CheckRun::Private::takeState(qsizetype index)
{
    auto known = m_again.extract(index);
    if (known)
        return std::move(known.mapped());
    UrlState state;
    state.result = CheckResult::neverStarted(m_list[index].url);
    state.queuedSince = m_begin;
    return state;
}

/// What has not begun when the run ends has a result, too.
void CheckRun::Private::cancelWaiting()
{
    for (const qsizetype index : m_planner.removeAll())
        deliver(index, takeState(index).result);
    for (const Position &position : std::exchange(m_secondRound, {}))
        deliver(position.index, takeState(position.index).result);
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
    if (m_isRunning && m_active.empty())
        m_wake.start(async::Clock::now());
}

void CheckRun::Private::setLimits(CheckLimits limits)
{
    m_settings.limits = limits;
    m_planner.setLimits(limits);
    if (m_isRunning)
        startMore();
}

void CheckRun::Private::setPaused(bool paused)
{
    if (paused && !m_isStopped) { // what was stopped must not be kept from its end
        m_mayCall.clear();
        m_elapsed.stop(async::Clock::now());
        m_wake.stop();
    } else if (!paused && !m_mayCall.isSet()) {
        m_mayCall.set();
        if (m_isRunning) {
            m_elapsed.start(async::Clock::now());
            startMore();
        }
    }
}

CheckProgress CheckRun::Private::progress() const
{
    CheckProgress now = m_progress;
    if (m_isRunning)
        now.elapsed = m_elapsed.read(async::Clock::now());
    now.isPaused = m_isRunning && !m_mayCall.isSet();
    return now;
}

CheckRun::CheckRun(UrlList list, CheckSettings settings, PreviousAnswers previous)
    : d(std::make_unique<Private>(std::move(list), std::move(settings), std::move(previous)))
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

void CheckRun::setPaused(bool paused)
{
    d->setPaused(paused);
}

CheckProgress CheckRun::progress() const
{
    return d->progress();
}

} // namespace rollcall
