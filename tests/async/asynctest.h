// SPDX-License-Identifier: MIT
// What the tests of the coroutine layer share: test bodies that are coroutines, event logs, live-object
// counters.
#pragma once

#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <chrono>
#include <stdexcept>

namespace rollcall::async::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Far beyond what a test takes: a wait that ends by it has failed.
inline constexpr std::chrono::seconds never{600};

/// The exception that tests throw.
class Failure : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Counts its live objects: proves that every one made is destroyed, once.
class Counted
{
public:
    Counted() { ++live; }
    Counted(const Counted &) { ++live; }
    Counted(Counted &&) noexcept { ++live; }
    Counted &operator=(const Counted &) = default;
    Counted &operator=(Counted &&) noexcept = default;
    ~Counted() { --live; }

    static inline int live = 0;
};

/// Writes into \a log when it is destroyed.
class Farewell
{
public:
    Farewell(QStringList *log, QString text) : m_log(log), m_text(std::move(text)) {}
    ~Farewell() { m_log->append(m_text); }
    Farewell(const Farewell &) = delete;
    Farewell &operator=(const Farewell &) = delete;

private:
    QStringList *m_log;
    QString m_text;
};

/// Event logs are compared as one text.
inline QString told(const QStringList &log)
{
    return log.join(u", "_s);
}

/// Gives all tasks \a count turns of the event loop.
inline Coroutine<void> turns(int count)
{
    for (int i = 0; i < count; ++i)
        co_await sleep(0s);
}

inline Coroutine<int> valueSoon(int value)
{
    co_await sleep(0s);
    co_return value;
}

inline Coroutine<int> failSoon(const char *what)
{
    co_await sleep(0s);
    throw Failure(what);
}

/// Waits until cancelled, and writes down how it ended.
inline Coroutine<void> waitForCancellation(QStringList *log, QString name)
{
    try {
        co_await sleep(never);
        log->append(name + u" slept"_s);
    } catch (const Cancelled &) {
        log->append(name + u" cancelled"_s);
        throw;
    }
}

/// Passes one turn and writes down \a entry.
inline Coroutine<void> logSoon(QStringList *log, QString entry)
{
    co_await sleep(0s);
    log->append(entry);
}

/// How the exception in \a exception reads in an event log.
inline QString nameOf(const std::exception_ptr &exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const Cancelled &) {
        return u"cancelled"_s;
    } catch (const TimedOut &) {
        return u"timed out"_s;
    } catch (const InvalidState &) {
        return u"invalid state"_s;
    } catch (const std::exception &error) {
        return u"failed: "_s + QString::fromUtf8(error.what());
    }
}

/// Awaits \a awaited, a Task or a Coroutine, and tells how it ended.
template <class Awaitable>
Coroutine<QString> endOf(Awaitable awaited)
{
    try {
        co_await std::move(awaited);
    } catch (...) {
        co_return nameOf(std::current_exception());
    }
    co_return u"done"_s;
}

/// How \a task has ended, without awaiting it.
template <class T>
QString stateOf(const Task<T> &task)
{
    if (!task.isDone())
        return u"pending"_s;
    if (const std::exception_ptr exception = task.exception())
        return nameOf(exception);
    return u"done"_s;
}

/// The base of the tests: a warning that a test does not expect fails it, and nothing that it made survives.
class AsyncTest : public QObject
{
    Q_OBJECT
protected:
    /// Runs \a body and gives what it wrote down; that this returns shows that the body has ended.
    static QString logOf(Coroutine<void> (*body)(QStringList *))
    {
        QStringList log;
        run(body(&log));
        return told(log);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QCOMPARE(Counted::live, 0);
    }
    void cleanup()
    {
        QCOMPARE(Counted::live, 0);
        QVERIFY(Scheduler::current().tasks().empty());
    }
};

} // namespace rollcall::async::test
