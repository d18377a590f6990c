// SPDX-License-Identifier: MIT
// Decides when a channel sends what: together what belongs together, not too much, and again what failed.
#pragma once

#include "core/monitor/alertmessage.h"

#include <QList>

#include <chrono>
#include <optional>

namespace rollcall {

/// How a channel is kept from becoming a nuisance, and how long it is tried.
struct AlertPace {
    AlertPace() = default;

    std::chrono::milliseconds gather{2'000};     ///< how long the first alert waits for others
    int summariseFrom = 4;                       ///< so many that wait go out as one message
    int mostPerMinute = 10;                      ///< messages; at least 1
    std::chrono::milliseconds firstPause{5'000}; ///< after a failed attempt; it doubles each time
    std::chrono::milliseconds longestPause = std::chrono::minutes(10);
    std::chrono::milliseconds giveUpAfter = std::chrono::hours(24); ///< of trying to send one message

    friend bool operator==(const AlertPace &, const AlertPace &) = default;
};

/// The alerts that wait for one channel. Gives one message at a time; one that failed is sent again as it
/// was, so that its receiver can tell. The clock is the caller's: Moment::elapsed.
class AlertQueue
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit AlertQueue(AlertPace pace = {}) : m_pace(pace) {}

    void add(QList<Alert> alerts, Milliseconds now);
    /// The message to send now; it is under way until delivered() or failed().
    std::optional<AlertMessage> takeDue(Milliseconds now);
    void delivered();
    /// It is sent again after a pause, of \a retryAfter at least. False: it was given up, because it was
    /// tried for too long, or is \a forGood.
    bool failed(Milliseconds now, bool forGood, std::optional<Milliseconds> retryAfter = {});

    /// How long until takeDue() gives something; none: nothing waits, or a message is under way.
    std::optional<Milliseconds> untilNext(Milliseconds now) const;
    /// Between takeDue() and what came of it.
    bool isUnderWay() const { return m_isUnderWay; }
    bool isEmpty() const { return m_waiting.isEmpty() && !m_message; }

private:
    std::optional<Milliseconds> nextTime() const;

    AlertPace m_pace;
    QList<Alert> m_waiting;
    Milliseconds m_firstAdded{0}; // of those that wait
    std::optional<AlertMessage> m_message;
    bool m_isUnderWay = false;
    int m_attempts = 0; // of m_message
    Milliseconds m_firstAttempt{0};
    Milliseconds m_notBefore{0}; // of m_message, once it has failed
    QList<Milliseconds> m_sent;  // the attempts of the last minute
};

} // namespace rollcall
