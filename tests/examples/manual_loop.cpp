// SPDX-License-Identifier: MIT
// The article's beginning: an event loop by hand, closed in any case.
#include "core/async/eventloop.h"
#include "core/async/sleep.h"
#include "tests/examples/print.h"

using namespace rollcall::async;
using namespace std::chrono_literals;

Coroutine<QString> task()
{
    co_await sleep(1s);
    co_return QStringLiteral("Completed");
}

int main()
{
    EventLoop loop; // closed by its destructor, or by close()
    print(loop.runUntilComplete(task()));
}
