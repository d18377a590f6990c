// SPDX-License-Identifier: MIT
// One call under way: the state behind Fetcher::fetch().
#pragma once

#include "core/async/coroutine.h"
#include "core/net/bodymeter.h"
#include "core/net/calltarget.h"
#include "core/net/exchange.h"
#include "core/net/fetchrequest.h"
#include "core/net/fetchresult.h"

#include <memory>
#include <optional>

namespace rollcall {

namespace async {
class Timeout;
}
class AccessManagers;
class HostResolver;

/// Calls one URL hop by hop. Its result can be taken at any moment: it holds what is known by then.
class Call
{
public:
    Call(AccessManagers &managers, HostResolver &resolver, FetchRequest request);

    /// Follows the hops to the last byte, or to the first failure.
    async::Coroutine<void> run();
    /// The deadline has passed.
    void failByDeadline();
    FetchResult takeResult();

private:
    async::Coroutine<void> hop();
    async::Coroutine<void> connectHop();
    async::Coroutine<void> untilConnected(QList<QHostAddress> addresses);
    async::Coroutine<void> readAnswer();
    async::Coroutine<void> readAll(async::Timeout *limit);

    ReplyFacts facts() const;
    void note(const ReplyFacts &facts);
    void noteBegin(const ReplyFacts &facts);
    void readHead();
    void keepHeaders();
    qint64 keptBodyBytes() const;
    void readBody();
    void endHop();
    void checkLength();
    bool isRedirect() const;
    void followRedirect();
    void fail(ErrorKind kind, QString detail = {});
    bool hasFailed() const { return m_result.error != ErrorKind::None; }
    std::chrono::microseconds sinceBegin(async::Clock::time_point moment) const;

    AccessManagers &m_managers;
    HostResolver &m_resolver;
    FetchRequest m_request;
    FetchResult m_result;

    CallTarget m_target;
    bool m_isDone = false;
    async::Clock::time_point m_began; // the network was first used
    async::Clock::time_point m_ended; // the last byte of the hop arrived

    // Of the current hop.
    async::Clock::time_point m_hopStarted;
    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<BodyMeter> m_body;
};

} // namespace rollcall
