// SPDX-License-Identifier: MIT
// Brings alerts to their channels.
#pragma once

#include "core/async/event.h"
#include "core/monitor/alertchannel.h"
#include "core/monitor/alertqueue.h"
#include "core/monitor/alertrule.h"
#include "core/monitor/alertstore.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace rollcall {

/// Delivers alerts, each channel by itself: one that is slow or out of order holds up no other. What is
/// delivered or given up is settled in the store at once; what is under way when the program is killed is
/// delivered again, with the same id. Lives in one thread.
class AlertDispatcher
{
public:
    /// \a store outlives it.
    explicit AlertDispatcher(AlertStore &store, AlertPace pace = {});
    ~AlertDispatcher();
    AlertDispatcher(const AlertDispatcher &) = delete;
    AlertDispatcher &operator=(const AlertDispatcher &) = delete;

    /// Before run(). \a name says in the store whose an alert is, and in sentences what failed.
    void addChannel(const QString &name, std::unique_ptr<AlertChannel> channel, AlertRule rule);
    /// Their names, in the order in which they were added.
    QStringList channels() const;
    /// Is told in an English sentence when a message could not be delivered.
    void onProblem(std::function<void(const QString &sentence)> handler);

    /// Each of \a alerts for each channel that wants it.
    QList<OutgoingAlert> route(const QList<Alert> &alerts) const;
    /// Delivers what the store has kept. What is for a channel that is no more is settled.
    void send(const QList<OutgoingAlert> &alerts);
    /// Delivers until it is cancelled.
    async::Coroutine<void> run();
    /// Waits until everything has been delivered or given up, at most for \a limit. True if nothing is left.
    async::Coroutine<bool> settled(std::chrono::milliseconds limit);
    /// Waits until no message is under way, at most for \a limit, and not for those that wait: the store has
    /// them.
    async::Coroutine<void> rested(std::chrono::milliseconds limit);
    /// Sends a test through the channel with this name at once, past its queue.
    async::Coroutine<Delivery> test(QString channel);

    bool isIdle() const;

private:
    struct Lane;

    Lane *lane(const QString &name) const;
    async::Coroutine<void> serve(Lane *lane);
    async::Coroutine<void> deliver(Lane *lane, AlertMessage message);
    async::Coroutine<void> dropStrays();
    void say(const Lane &lane, const Delivery &delivery, bool isGivenUp) const;

    AlertStore &m_store;
    AlertPace m_pace;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    QList<OutgoingAlert> m_strays; // for channels that are no more
    async::Event m_strayed;
    async::Event m_delivered; // set after each attempt
    async::Event m_idle;      // set whenever a channel has nothing left, and when all strays are settled
    std::function<void(const QString &)> m_onProblem = [](const QString &) {};
};

/// Waits until \a event is set, or \a limit has passed.
async::Coroutine<void> waitForEvent(async::Event *event, std::optional<std::chrono::milliseconds> limit);

} // namespace rollcall
