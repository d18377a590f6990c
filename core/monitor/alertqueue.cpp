// SPDX-License-Identifier: MIT
#include "core/monitor/alertqueue.h"

#include <algorithm>

namespace rollcall {

namespace {

constexpr std::chrono::milliseconds minute = std::chrono::minutes(1);

} // namespace

void AlertQueue::add(QList<Alert> alerts, Milliseconds now)
{
    if (m_waiting.isEmpty())
        m_firstAdded = now;
    m_waiting.append(std::move(alerts));
}

std::optional<AlertMessage> AlertQueue::takeDue(Milliseconds now)
{
    const std::optional<Milliseconds> next = nextTime();
    if (!next || *next > now)
        return std::nullopt;
    if (!m_message) {
        const bool isSummary = m_waiting.size() >= m_pace.summariseFrom;
        m_message.emplace(isSummary ? std::exchange(m_waiting, {}) : QList<Alert>{m_waiting.takeFirst()});
        m_attempts = 0;
        m_firstAttempt = now;
    }
    m_isUnderWay = true;
    ++m_attempts;
    m_sent.append(now);
    m_sent.removeIf([now](Milliseconds each) { return each <= now - minute; });
    return m_message;
}

void AlertQueue::delivered()
{
    m_message.reset();
    m_isUnderWay = false;
}

bool AlertQueue::failed(Milliseconds now, bool forGood, std::optional<Milliseconds> retryAfter)
{
    m_isUnderWay = false;
    if (forGood || now - m_firstAttempt >= m_pace.giveUpAfter) {
        m_message.reset();
        return false;
    }
    constexpr int mostDoublings = 20;
    const Milliseconds pause = m_pace.firstPause * (1 << std::min(m_attempts - 1, mostDoublings));
    m_notBefore = now + std::max(std::min(pause, m_pace.longestPause), retryAfter.value_or(Milliseconds(0)));
    return true;
}

std::optional<AlertQueue::Milliseconds> AlertQueue::untilNext(Milliseconds now) const
{
    const std::optional<Milliseconds> next = nextTime();
    if (!next)
        return std::nullopt;
    return std::max(Milliseconds(0), *next - now);
}

std::optional<AlertQueue::Milliseconds> AlertQueue::nextTime() const
{
    if (m_isUnderWay || isEmpty())
        return std::nullopt;
    Milliseconds next = m_message ? m_notBefore : m_firstAdded + m_pace.gather;
    if (m_sent.size() >= m_pace.mostPerMinute)
        next = std::max(next, m_sent[m_sent.size() - m_pace.mostPerMinute] + minute);
    return next;
}

} // namespace rollcall
