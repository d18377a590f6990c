// SPDX-License-Identifier: MIT
#include "core/monitor/outagefilter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rollcall {

bool isNetworkKind(ErrorKind kind)
{
    constexpr std::array kinds = {ErrorKind::DnsNotFound,        ErrorKind::DnsFailure,
                                  ErrorKind::NetworkUnreachable, ErrorKind::ConnectTimeout,
                                  ErrorKind::ProxyError,         ErrorKind::LocalNetwork};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

OutageFilter::Step OutageFilter::take(Item item, const QByteArray &host, Milliseconds began,
                                      Milliseconds ended)
{
    const bool isMissed = item.result.outcome == Outcome::Failed && isNetworkKind(item.result.fetch.error);
    if (!isMissed)
        return passAnswer(std::move(item), ended);
    Step step;
    if (!m_isOut && m_lastAnswer && *m_lastAnswer >= began) {
        step.passed.append(std::move(item));
        return step;
    }
    m_failedHosts.insert(host);
    m_held.append(std::move(item));
    if (!m_isOut && m_failedHosts.size() >= m_hosts) {
        m_isOut = true;
        step.notice = Notice::OutageBegins;
    }
    if (m_isOut)
        passHeld(step, true);
    return step;
}

OutageFilter::Step OutageFilter::giveUpWaiting()
{
    Step step;
    passHeld(step, false);
    m_failedHosts.clear();
    return step;
}

OutageFilter::Step OutageFilter::passAnswer(Item item, Milliseconds ended)
{
    Step step;
    if (item.result.outcome == Outcome::Cancelled) { // says nothing
        step.passed.append(std::move(item));
        return step;
    }
    m_lastAnswer = std::max(m_lastAnswer.value_or(ended), ended);
    m_failedHosts.clear();
    if (std::exchange(m_isOut, false))
        step.notice = Notice::OutageEnds;
    passHeld(step, false);
    step.passed.append(std::move(item));
    return step;
}

void OutageFilter::passHeld(Step &step, bool areOurs)
{
    for (Item &item : m_held) {
        item.isOurs = areOurs;
        step.passed.append(std::move(item));
    }
    m_held.clear();
}

} // namespace rollcall
