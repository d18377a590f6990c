// SPDX-License-Identifier: MIT
#include "core/async/shield.h"

namespace rollcall::async::detail {

Coroutine<void> shieldedEnd(std::shared_ptr<FutureBase> future)
{
    FutureWait end(std::move(future), FutureWait::OnCancel::Shield);
    co_await end;
}

} // namespace rollcall::async::detail
