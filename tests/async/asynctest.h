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
QString told(const QStringList &log);

/// Gives all tasks \a count turns of the event loop.
Coroutine<void> turns(int count);

Coroutine<int> valueSoon(int value);
Coroutine<int> failSoon(const char *what);

/// Waits until cancelled, and writes down how it ended.
Coroutine<void> waitForCancellation(QStringList *log, QString name);

/// Passes one turn and writes down \a entry.
Coroutine<void> logSoon(QStringList *log, QString entry);

/// How the exception in \a exception reads in an event log.
QString nameOf(const std::exception_ptr &exception);

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
    static QString logOf(Coroutine<void> (*body)(QStringList *));

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace rollcall::async::test
