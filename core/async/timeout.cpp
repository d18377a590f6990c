// SPDX-License-Identifier: MIT
#include "core/async/timeout.h"

#include "core/async/task.h"

namespace rollcall::async {

Timeout::Timeout(std::optional<std::chrono::nanoseconds> delay)
    : m_delay(delay),
      m_timer([this] { expire(); })
{
}

Timeout::Timeout(Clock::time_point when) : m_when(when), m_timer([this] { expire(); }) {}

Timeout::~Timeout() = default;

void Timeout::enter()
{
    if (m_state != State::Created)
        throw InvalidState("a Timeout runs once");
    m_state = State::Running;
    const AnyTask task = currentTask();
    m_task = task.state();
    m_cancelRequestsBefore = task.cancelRequests();
    if (m_delay)
        m_when = fromNow(*m_delay);
    arm();
}

bool Timeout::leave()
{
    m_state = State::Ended;
    m_timer.stop();
    if (!m_expired)
        return false;
    const auto task = std::static_pointer_cast<TaskBase>(m_task.lock());
    return task && task->uncancel() <= m_cancelRequestsBefore;
}

void Timeout::reschedule(std::optional<Clock::time_point> when)
{
    if (m_expired || m_state == State::Ended)
        throw InvalidState("the time limit has expired or its block has ended");
    m_delay.reset();
    m_when = when;
    if (m_state == State::Running)
        arm();
}

void Timeout::arm()
{
    if (m_when)
        m_timer.start(*m_when);
    else
        m_timer.stop();
}

void Timeout::expire()
{
    m_expired = true;
    if (const auto task = m_task.lock())
        task->cancel();
}

} // namespace rollcall::async
