// SPDX-License-Identifier: MIT
#include "core/monitor/watchengine.h"

#include "core/async/errors.h"
#include "core/async/task.h"
#include "core/monitor/alertdispatcher.h"
#include "core/monitor/durablealertstore.h"
#include "core/monitor/listcheckers.h"
#include "core/monitor/monitor.h"

#include <QThread>

#include <utility>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

/// Each batch is written to the store and to the history, which wait for the disk.
constexpr std::chrono::milliseconds batchInterval = 500ms;
/// How long an alert may take that is being sent when it is time to end.
constexpr std::chrono::milliseconds lastAlerts = 2s;

} // namespace

/// Hands what is to be shown to the window's thread.
class WatchEngine::Notifier final : public DesktopNotifier
{
public:
    explicit Notifier(WatchEngine &engine) : m_engine(engine) {}

    bool notify(const AlertMessage &message) override
    {
        Q_EMIT m_engine.messageReady(message);
        return true;
    }

private:
    WatchEngine &m_engine;
};

/// Everything of one watch that lives as long as it.
struct WatchEngine::Running {
    Running(Order watchOrder, const WatchSettings &settings, AlertStore &store, const AlertChannels &channels,
            DesktopNotifier &notifier)
        : order(std::move(watchOrder)),
          checkers(order.lists),
          dispatcher(store),
          monitor(settings, order.lists, checkers, store, dispatcher)
    {
        for (const AlertWay way : alertWays) {
            if (channels.has(way))
                dispatcher.addChannel(channelName(way), makeChannel(way, channels, notifier), channels.rule);
        }
    }

    Order order;
    ListCheckers checkers;
    AlertDispatcher dispatcher;
    Monitor monitor;
};

WatchEngine::WatchEngine(QString path, WatchSettings settings)
    : m_path(std::move(path)),
      m_settings(std::move(settings)),
      m_notifier(std::make_unique<Notifier>(*this)),
      m_sendTimer(this)
{
    m_sendTimer.setSingleShot(true);
    m_sendTimer.setInterval(batchInterval);
    m_channels.desktop = false; // none before setChannels()
    connect(&m_sendTimer, &QTimer::timeout, this, &WatchEngine::send);
}

WatchEngine::~WatchEngine() = default;

void WatchEngine::watch(int order, const QList<WatchedList> &lists)
{
    m_next.emplace(order, lists);
    if (m_running)
        m_running->monitor.stop();
    if (!std::exchange(m_isServing, true))
        async::createTask(serve(), QStringLiteral("watches"));
}

void WatchEngine::setChannels(const AlertChannels &channels)
{
    if (std::exchange(m_channels, channels) == channels || !m_running || m_isShuttingDown)
        return;
    if (!m_next)
        m_next = m_running->order;
    m_running->monitor.stop();
}

void WatchEngine::test(AlertWay way, const AlertChannels &channels)
{
    if (m_isShuttingDown)
        return;
    const int number = ++m_lastTest;
    const async::Task<void> sending =
        async::createTask(sendTest(way, channels), QStringLiteral("test alert"));
    m_tests.emplace(number, sending);
    sending.addDoneCallback([this, number](const auto &) {
        m_tests.erase(number);
        quitWhenDone();
    });
}

async::Coroutine<void> WatchEngine::sendTest(AlertWay way, AlertChannels channels)
{
    Delivery delivery(Delivery::End::FailedForGood, QStringLiteral("there is nothing to send it to"));
    const std::unique_ptr<AlertChannel> channel = makeChannel(way, channels, *m_notifier);
    if (channel) {
        AlertMessage message({Alert(AlertKind::Test, QDateTime::currentDateTimeUtc())});
        async::Coroutine<Delivery> delivering = channel->deliver(std::move(message));
        delivery = co_await std::move(delivering);
    }
    Q_EMIT tested(way, delivery);
}

void WatchEngine::shutDown()
{
    m_isShuttingDown = true;
    m_next.reset();
    if (m_running)
        m_running->monitor.stop();
    for (const auto &[number, test] : m_tests)
        test.cancel();
    quitWhenDone();
}

void WatchEngine::quitWhenDone()
{
    if (m_isShuttingDown && !m_isServing && m_tests.empty())
        thread()->quit();
}

/// One watch after the other, until none is wanted.
async::Coroutine<void> WatchEngine::serve()
{
    while (m_next) {
        Order order = *std::exchange(m_next, std::nullopt);
        if (order.lists.isEmpty())
            continue;
        openStore();
        WatchSettings settings = m_settings;
        if (m_channels.rule.kinds.contains(AlertKind::ContentChanged))
            settings.comparesContent = true;
        m_running = std::make_unique<Running>(std::move(order), settings, *m_store, m_channels, *m_notifier);
        async::Coroutine<void> watching = carryOut();
        co_await std::move(watching);
        m_running.reset();
    }
    m_isServing = false;
    quitWhenDone();
}

async::Coroutine<void> WatchEngine::carryOut()
{
    Monitor &monitor = m_running->monitor;
    monitor.goOnFrom(m_checked);
    monitor.onNews([this](const WatchNews &news) { note(news); });
    m_running->dispatcher.onProblem([this](const QString &sentence) { Q_EMIT deliveryFailed(sentence); });
    const async::Task<void> delivering =
        async::createTask(m_running->dispatcher.run(), QStringLiteral("alerts"));
    send(); // how it stands at first
    async::Coroutine<void> watching = monitor.run();
    co_await std::move(watching);
    send();
    // What is not delivered by then is kept: the next watch delivers it.
    async::Coroutine<void> resting = m_running->dispatcher.rested(lastAlerts);
    co_await std::move(resting);
    delivering.cancel();
    try {
        co_await delivering;
    } catch (const async::Cancelled &) { // asked for
    }
}

void WatchEngine::openStore()
{
    if (m_store)
        return;
    if (!m_path.isEmpty()) {
        auto durable = std::make_unique<DurableAlertStore>(
            m_path, [this](const StoreProblem &problem) { Q_EMIT problemFound(problem); });
        if (const MaybeProblem problem = durable->open())
            Q_EMIT problemFound(*problem);
        else
            m_store = std::move(durable);
    }
    if (!m_store)
        m_store = std::make_unique<TransientAlertStore>();
}

void WatchEngine::note(const WatchNews &news)
{
    noteTimes(news);
    m_unsent.results += news.results;
    m_unsent.changes += news.changes;
    m_unsent.outages += news.outages;
    m_unsent.alerts += news.alerts;
    m_unsent.memories += news.memories;
    if (!m_sendTimer.isActive())
        m_sendTimer.start();
}

/// What failed is checked again at once by the next watch, which does not know how often it has failed.
void WatchEngine::noteTimes(const WatchNews &news)
{
    const std::chrono::milliseconds now = currentMoment().elapsed;
    for (const WatchedResult &each : news.results) {
        if (each.counts && each.result.outcome != Outcome::Failed)
            m_checked.insert(each.result.url, now);
        else
            m_checked.remove(each.result.url);
    }
}

void WatchEngine::send()
{
    m_sendTimer.stop();
    if (m_running)
        Q_EMIT newsReady(m_running->order.number, std::exchange(m_unsent, {}), state());
}

WatchState WatchEngine::state() const
{
    const Watch &watch = m_running->monitor.watch();
    const Moment now = currentMoment();
    WatchState state;
    state.lists = int(m_running->order.lists.size());
    state.urls = watch.count();
    for (int number = 0; number < watch.count(); ++number)
        state.down += int(watch.url(number).health() == Health::Down);
    state.isOut = watch.isOut();
    if (const std::optional<std::chrono::milliseconds> wait = watch.untilNext(now))
        state.next = now.wall.addMSecs(wait->count());
    return state;
}

} // namespace rollcall
