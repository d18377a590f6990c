// SPDX-License-Identifier: MIT
// The coroutines that the tests of gather() gather.
#pragma once

#include "asynctest.h"

#include "core/async/gather.h"

#include <vector>

namespace rollcall::async::test {

inline Coroutine<int> valueAfter(int value, int turnsBefore)
{
    co_await turns(turnsBefore);
    co_return value;
}

inline Coroutine<int> failAfter(QString what, int turnsBefore)
{
    co_await turns(turnsBefore);
    throw Failure(what.toStdString());
}

inline Coroutine<int> logAfter(QStringList *log, QString entry, int turnsBefore)
{
    log->append(entry + u" starts"_s);
    co_await turns(turnsBefore);
    log->append(entry + u" ends"_s);
    co_return turnsBefore;
}

template <class... Cs>
std::vector<Coroutine<int>> listOf(Cs... coroutines)
{
    std::vector<Coroutine<int>> list;
    (list.push_back(std::move(coroutines)), ...);
    return list;
}

} // namespace rollcall::async::test
