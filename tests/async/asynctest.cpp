// SPDX-License-Identifier: MIT
#include "tests/async/asynctest.h"

#include <QRegularExpression>

namespace rollcall::async::test {

QString told(const QStringList &log)
{
    return log.join(u", "_s);
}

Coroutine<void> turns(int count)
{
    for (int i = 0; i < count; ++i)
        co_await sleep(0s);
}

Coroutine<int> valueSoon(int value)
{
    co_await sleep(0s);
    co_return value;
}

Coroutine<int> failSoon(const char *what)
{
    co_await sleep(0s);
    throw Failure(what);
}

Coroutine<void> waitForCancellation(QStringList *log, QString name)
{
    try {
        co_await sleep(never);
        log->append(name + u" slept"_s);
    } catch (const Cancelled &) {
        log->append(name + u" cancelled"_s);
        throw;
    }
}

Coroutine<void> logSoon(QStringList *log, QString entry)
{
    co_await sleep(0s);
    log->append(entry);
}

QString nameOf(const std::exception_ptr &exception)
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

QString AsyncTest::logOf(Coroutine<void> (*body)(QStringList *))
{
    QStringList log;
    run(body(&log));
    return told(log);
}

void AsyncTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QCOMPARE(Counted::live, 0);
}

void AsyncTest::cleanup()
{
    QCOMPARE(Counted::live, 0);
    QVERIFY(Scheduler::current().tasks().empty());
}

} // namespace rollcall::async::test
