// SPDX-License-Identifier: MIT
// The coroutines that the tests of TaskGroup put into groups, and how its exceptions read in an event log.
#pragma once

#include "asynctest.h"

#include "core/async/taskgroup.h"

namespace rollcall::async::test {

/// The exceptions of a group in brackets, groups in groups included.
inline QString endText(const std::exception_ptr &exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const ExceptionGroup &group) {
        QStringList parts;
        for (const std::exception_ptr &part : group.exceptions())
            parts.append(endText(part));
        return u'[' + parts.join(u' ') + u']';
    } catch (const Failure &failure) {
        return QString::fromUtf8(failure.what());
    } catch (int number) {
        return QString::number(number);
    } catch (...) {
        return nameOf(std::current_exception());
    }
}

/// Awaits \a group, a Task or a Coroutine, and tells how it ended.
template <class Awaitable>
Coroutine<QString> endOfGroup(Awaitable group)
{
    try {
        co_await std::move(group);
    } catch (...) {
        co_return endText(std::current_exception());
    }
    co_return u"done"_s;
}

inline Coroutine<void> failAfter(QString what, int turnsBefore)
{
    co_await turns(turnsBefore);
    throw Failure(what.toStdString());
}

inline Coroutine<int> valueAfter(int value, int turnsBefore)
{
    co_await turns(turnsBefore);
    co_return value;
}

inline Coroutine<void> logAfter(QStringList *log, QString entry, int turnsBefore)
{
    co_await turns(turnsBefore);
    log->append(entry);
}

/// Waits until cancelled, and fails then.
inline Coroutine<void> failWhenCancelled(QString what)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        throw Failure(what.toStdString());
    }
}

/// Waits until cancelled, cleans up for some turns, and passes the cancellation on.
inline Coroutine<void> cleanUpFor(QStringList *log, QString name, int turnsOfCleanUp)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(name + u" cleans up"_s);
    }
    co_await turns(turnsOfCleanUp);
    log->append(name + u" cleaned up"_s);
    throw Cancelled();
}

/// How often the running task has been asked to end.
inline QString requests()
{
    return u"%1 requests"_s.arg(currentTask().cancelRequests());
}

} // namespace rollcall::async::test
