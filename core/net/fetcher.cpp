// SPDX-License-Identifier: MIT
#include "core/net/fetcher.h"

#include "core/async/timeout.h"
#include "core/net/call.h"

namespace rollcall {

async::Coroutine<FetchResult> Fetcher::fetch(FetchRequest request)
{
    const auto deadline = request.started + request.timeout;
    Call call(m_managers, m_resolver, std::move(request));
    async::Timeout limit(deadline);
    async::Coroutine<void> hops = call.run();
    async::Coroutine<void> limited = limit.run(std::move(hops));
    try {
        co_await std::move(limited);
    } catch (const async::TimedOut &) {
        call.failByDeadline();
    }
    co_return call.takeResult();
}

} // namespace rollcall
