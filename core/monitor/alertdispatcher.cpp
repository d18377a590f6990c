// SPDX-License-Identifier: MIT
#include "core/monitor/alertdispatcher.h"

#include "core/async/taskgroup.h"
#include "core/async/timeout.h"
#include "core/monitor/moment.h"

#include <algorithm>
#include <utility>

namespace rollcall {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

struct AlertDispatcher::Lane {
    Lane(QString laneName, std::unique_ptr<AlertChannel> laneChannel, AlertRule laneRule,
         const AlertPace &pace)
        : name(std::move(laneName)),
          channel(std::move(laneChannel)),
          rule(std::move(laneRule)),
          queue(pace)
    {
    }

    QString name;
    std::unique_ptr<AlertChannel> channel;
    AlertRule rule;
    AlertQueue queue;
    async::Event changed;
};

async::Coroutine<void> waitForEvent(async::Event *event, std::optional<milliseconds> limit)
{
    async::Timeout scope(limit);
    async::Coroutine<void> waiting = scope.run(event->wait());
    try {
        co_await std::move(waiting);
    } catch (const async::TimedOut &) { // as good as any other end
    }
}

AlertDispatcher::AlertDispatcher(AlertStore &store, AlertPace pace) : m_store(store), m_pace(pace) {}

AlertDispatcher::~AlertDispatcher() = default;

void AlertDispatcher::addChannel(const QString &name, std::unique_ptr<AlertChannel> channel, AlertRule rule)
{
    m_lanes.push_back(std::make_unique<Lane>(name, std::move(channel), std::move(rule), m_pace));
}

QStringList AlertDispatcher::channels() const
{
    QStringList names;
    for (const auto &each : m_lanes)
        names.append(each->name);
    return names;
}

void AlertDispatcher::onProblem(std::function<void(const QString &)> handler)
{
    m_onProblem = std::move(handler);
}

QList<OutgoingAlert> AlertDispatcher::route(const QList<Alert> &alerts) const
{
    QList<OutgoingAlert> outgoing;
    for (const Alert &alert : alerts) {
        for (const auto &each : m_lanes) {
            if (each->rule.wants(alert))
                outgoing.append(OutgoingAlert(each->name, alert));
        }
    }
    return outgoing;
}

void AlertDispatcher::send(const QList<OutgoingAlert> &alerts)
{
    for (const OutgoingAlert &outgoing : alerts) {
        Lane *const to = lane(outgoing.channel);
        if (to == nullptr) {
            m_strays.append(outgoing);
            m_strayed.set();
            continue;
        }
        to->queue.add({outgoing.alert}, currentMoment().elapsed);
        to->changed.set();
    }
}

async::Coroutine<void> AlertDispatcher::run()
{
    async::TaskGroup group;
    group.createTask(dropStrays(), u"alerts for nobody"_s);
    for (const auto &each : m_lanes)
        group.createTask(serve(each.get()), u"alerts by %1"_s.arg(each->name));
    async::Coroutine<void> all = group.join();
    co_await std::move(all);
}

async::Coroutine<bool> AlertDispatcher::settled(milliseconds limit)
{
    const milliseconds end = currentMoment().elapsed + limit;
    for (;;) {
        const milliseconds left = end - currentMoment().elapsed;
        if (isIdle() || left <= milliseconds(0))
            break;
        m_idle.clear();
        async::Coroutine<void> waiting = waitForEvent(&m_idle, left);
        co_await std::move(waiting);
    }
    co_return isIdle();
}

async::Coroutine<void> AlertDispatcher::rested(milliseconds limit)
{
    const milliseconds end = currentMoment().elapsed + limit;
    for (;;) {
        const milliseconds left = end - currentMoment().elapsed;
        const bool isUnderWay = std::any_of(m_lanes.begin(), m_lanes.end(),
                                            [](const auto &each) { return each->queue.isUnderWay(); });
        if (!isUnderWay || left <= milliseconds(0))
            co_return;
        m_delivered.clear();
        async::Coroutine<void> waiting = waitForEvent(&m_delivered, left);
        co_await std::move(waiting);
    }
}

async::Coroutine<Delivery> AlertDispatcher::test(QString channel)
{
    Lane *const to = lane(channel);
    if (to == nullptr) {
        Delivery none(Delivery::End::FailedForGood, u"there is no channel \"%1\""_s.arg(channel));
        co_return none;
    }
    AlertMessage message({Alert(AlertKind::Test, QDateTime::currentDateTimeUtc())});
    async::Coroutine<Delivery> delivering = to->channel->deliver(message);
    Delivery delivery = co_await std::move(delivering);
    co_return delivery;
}

bool AlertDispatcher::isIdle() const
{
    return m_strays.isEmpty() && std::all_of(m_lanes.begin(), m_lanes.end(),
                                             [](const auto &each) { return each->queue.isEmpty(); });
}

AlertDispatcher::Lane *AlertDispatcher::lane(const QString &name) const
{
    const auto found = std::find_if(m_lanes.begin(), m_lanes.end(),
                                    [&name](const auto &each) { return each->name == name; });
    return found == m_lanes.end() ? nullptr : found->get();
}

async::Coroutine<void> AlertDispatcher::serve(Lane *lane)
{
    for (;;) {
        std::optional<AlertMessage> message = lane->queue.takeDue(currentMoment().elapsed);
        if (message) {
            async::Coroutine<void> delivering = deliver(lane, std::move(*message));
            co_await std::move(delivering);
        } else {
            lane->changed.clear();
            async::Coroutine<void> waiting =
                waitForEvent(&lane->changed, lane->queue.untilNext(currentMoment().elapsed));
            co_await std::move(waiting);
        }
    }
}

async::Coroutine<void> AlertDispatcher::deliver(Lane *lane, AlertMessage message)
{
    async::Coroutine<Delivery> delivering = lane->channel->deliver(message);
    const Delivery delivery = co_await std::move(delivering);
    bool isSettled = true;
    if (delivery.end == Delivery::End::Delivered) {
        lane->queue.delivered();
    } else {
        const bool forGood = delivery.end == Delivery::End::FailedForGood;
        isSettled = !lane->queue.failed(currentMoment().elapsed, forGood, delivery.retryAfter);
        say(*lane, delivery, isSettled);
    }
    if (isSettled) {
        QList<QByteArray> ids;
        for (const Alert &alert : message.alerts)
            ids.append(alert.id);
        async::Coroutine<void> settling = m_store.settle(lane->name, ids);
        co_await std::move(settling);
    }
    m_delivered.set();
    if (lane->queue.isEmpty())
        m_idle.set();
}

async::Coroutine<void> AlertDispatcher::dropStrays()
{
    for (;;) {
        m_strayed.clear();
        while (!m_strays.isEmpty()) {
            const OutgoingAlert stray = m_strays.takeFirst();
            async::Coroutine<void> settling = m_store.settle(stray.channel, {stray.alert.id});
            co_await std::move(settling);
        }
        m_idle.set();
        async::Coroutine<void> waiting = m_strayed.wait();
        co_await std::move(waiting);
    }
}

void AlertDispatcher::say(const Lane &lane, const Delivery &delivery, bool isGivenUp) const
{
    const QString next = isGivenUp ? u"it is given up"_s : u"it will be tried again"_s;
    m_onProblem(u"An alert could not be delivered by %1: %2; %3."_s.arg(lane.name, delivery.detail, next));
}

} // namespace rollcall
