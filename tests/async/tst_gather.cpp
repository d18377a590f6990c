// SPDX-License-Identifier: MIT
#include "gathertest.h"

#include <memory>
#include <tuple>
#include <variant>
#include <vector>

namespace rollcall::async::test {

namespace {

/// Counts how often it was copied.
class CopyCounter
{
public:
    CopyCounter() = default;
    CopyCounter(const CopyCounter &other) : m_copies(other.m_copies + 1) {}
    CopyCounter(CopyCounter &&other) noexcept = default;
    CopyCounter &operator=(const CopyCounter &) = delete;
    CopyCounter &operator=(CopyCounter &&) noexcept = default;
    ~CopyCounter() = default;
    int copies() const { return m_copies; }

private:
    int m_copies = 0;
};

Coroutine<CopyCounter> copyCounterSoon()
{
    co_await turns(1);
    co_return CopyCounter();
}

Coroutine<std::unique_ptr<int>> uniqueSoon(int value)
{
    co_await turns(1);
    co_return std::make_unique<int>(value);
}

QString text(const std::vector<int> &values)
{
    QStringList parts;
    for (const int value : values)
        parts.append(QString::number(value));
    return parts.join(u' ');
}

QString text(const std::vector<Result<int>> &results)
{
    QStringList parts;
    for (const Result<int> &result : results)
        parts.append(result.hasException() ? nameOf(result.exception()) : QString::number(result.value()));
    return parts.join(u"; "_s);
}

// --- values --------------------------------------------------------------------------------------------

Coroutine<QString> gatherInOrder()
{
    std::vector<Coroutine<int>> list = listOf(valueAfter(1, 3), valueAfter(2, 1), valueAfter(3, 2));
    const std::vector<int> values = co_await gather(std::move(list));
    co_return text(values);
}

Coroutine<void> gatherTogether(QStringList *log)
{
    std::vector<Coroutine<int>> list = listOf(logAfter(log, u"a"_s, 3), logAfter(log, u"b"_s, 1));
    Coroutine<std::vector<int>> all = gather(std::move(list));
    co_await turns(3);
    log->append(u"nothing yet"_s);
    co_await std::move(all);
}

Coroutine<QString> gatherNothing()
{
    const std::vector<int> values = co_await gather(std::vector<Coroutine<int>>());
    const std::vector<Result<int>> results = co_await gather(std::vector<Coroutine<int>>(), returnExceptions);
    [[maybe_unused]] const std::tuple<> nothing = co_await gather();
    co_return u"%1 %2 %3"_s.arg(values.size()).arg(results.size()).arg(std::tuple_size_v<decltype(nothing)>);
}

Coroutine<QString> gatherVoid()
{
    std::vector<Coroutine<void>> list;
    list.push_back(turns(1));
    list.push_back(turns(2));
    const std::vector<std::monostate> values = co_await gather(std::move(list));
    co_return QString::number(values.size());
}

Coroutine<QString> gatherUnique()
{
    std::vector<Coroutine<std::unique_ptr<int>>> list;
    list.push_back(uniqueSoon(1));
    list.push_back(uniqueSoon(2));
    const std::vector<std::unique_ptr<int>> values = co_await gather(std::move(list));
    std::vector<Coroutine<std::unique_ptr<int>>> more;
    more.push_back(uniqueSoon(3));
    const std::vector<Result<std::unique_ptr<int>>> results =
        co_await gather(std::move(more), returnExceptions);
    co_return u"%1 %2 %3"_s.arg(*values[0]).arg(*values[1]).arg(*results[0].value());
}

Coroutine<QString> gatherWithoutCopies()
{
    std::vector<Coroutine<CopyCounter>> list;
    list.push_back(copyCounterSoon());
    const std::vector<CopyCounter> values = co_await gather(std::move(list));
    std::vector<Coroutine<CopyCounter>> more;
    more.push_back(copyCounterSoon());
    const std::vector<Result<CopyCounter>> results = co_await gather(std::move(more), returnExceptions);
    co_return u"%1 %2"_s.arg(values[0].copies()).arg(results[0].value().copies());
}

Coroutine<QString> nameAfter(QStringList *log, QString name, int turnsBefore)
{
    log->append(name);
    co_await turns(turnsBefore);
    co_return name;
}

Coroutine<void> gatherDifferent(QStringList *log)
{
    Coroutine<std::tuple<QString, int, std::monostate, QString>> all = gather(
        nameAfter(log, u"x"_s, 2), logAfter(log, u"y"_s, 1), logSoon(log, u"z"_s), nameAfter(log, u"w"_s, 0));
    const auto [x, y, z, w] = co_await std::move(all);
    log->append(u"%1 %2 %3"_s.arg(x).arg(y).arg(w));
}

Coroutine<QString> gatherDifferentFailing()
{
    Coroutine<std::tuple<int, std::monostate>> all = gather(failAfter(u"first"_s, 1), turns(2));
    const QString end = co_await endOf(std::move(all));
    co_return end;
}

// --- tasks ---------------------------------------------------------------------------------------------

Coroutine<QString> gatherTwice(Task<std::vector<int>> task)
{
    const std::vector twice(2, task);
    const std::vector<std::vector<int>> values = co_await gather(twice);
    const std::vector<Result<std::vector<int>>> results = co_await gather(twice, returnExceptions);
    QStringList parts{text(values[0]), text(values[1])};
    parts += {text(results[0].value()), text(results[1].value()), text(task.result())};
    co_return told(parts);
}

Coroutine<QString> gatherFailingTwice()
{
    const Task<int> task = createTask(failSoon("twice"));
    const std::vector twice(2, task);
    const std::vector<Result<int>> results = co_await gather(twice, returnExceptions);
    const QString end = stateOf(task); // readable as before
    co_return text(results) + u"; "_s + end;
}

Coroutine<std::vector<int>> vectorSoon()
{
    co_await turns(1);
    co_return {1, 2};
}

Coroutine<QString> gatherSame()
{
    const QString values = co_await gatherTwice(createTask(vectorSoon()));
    co_return values;
}

Coroutine<QString> gatherDone()
{
    const Task<int> done = createTask(valueSoon(1));
    const Task<int> failed = createTask(failSoon("before"));
    const Task<int> cancelled = createTask(valueSoon(3));
    cancelled.cancel();
    co_await turns(3);
    const std::vector<Task<int>> tasks{done, failed, cancelled};
    const std::vector<Result<int>> results = co_await gather(tasks, returnExceptions);
    const QString end = co_await endOf(gather(tasks));
    co_return text(results) + u"; "_s + end;
}

// --- exceptions ----------------------------------------------------------------------------------------

Coroutine<void> gatherFailing(QStringList *log)
{
    std::vector<Coroutine<int>> list =
        listOf(logAfter(log, u"sibling"_s, 9), failAfter(u"second"_s, 2), failAfter(u"first"_s, 1));
    const QString end = co_await endOf(gather(std::move(list)));
    log->append(end);
    co_await turns(12);
}

Coroutine<void> gatherFailingLater(QStringList *log)
{
    std::vector<Coroutine<int>> list = listOf(failAfter(u"early"_s, 1), failAfter(u"late"_s, 3));
    const QString end = co_await endOf(gather(std::move(list)));
    log->append(end);
    co_await turns(12);
}

Coroutine<QString> gatherReturningExceptions()
{
    std::vector<Coroutine<int>> list =
        listOf(valueAfter(1, 1), failAfter(u"a"_s, 2), valueAfter(3, 4), failAfter(u"b"_s, 3));
    const std::vector<Result<int>> results = co_await gather(std::move(list), returnExceptions);
    co_return text(results);
}

Coroutine<void> countOne(int *count)
{
    co_await turns(1);
    ++*count;
}

Coroutine<int> gatherMany(int count)
{
    int counted = 0;
    std::vector<Coroutine<void>> list;
    for (int i = 0; i < count; ++i)
        list.push_back(countOne(&counted));
    co_await gather(std::move(list));
    co_return counted;
}

} // namespace

class TestGather : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void givesValuesInTheOrderOfTheList() { QCOMPARE(run(gatherInOrder()), u"1 2 3"_s); }
    void startsWhenAwaitedAndRunsAllTogether()
    {
        QCOMPARE(logOf(gatherTogether), u"nothing yet, a starts, b starts, b ends, a ends"_s);
    }
    void ofNothingGivesNothing() { QCOMPARE(run(gatherNothing()), u"0 0 0"_s); }
    void ofVoidGivesPlaceholders() { QCOMPARE(run(gatherVoid()), u"2"_s); }
    void valuesThatCannotBeCopiedAreMoved() { QCOMPARE(run(gatherUnique()), u"1 2 3"_s); }
    void valuesOfCoroutinesAreNeverCopied() { QCOMPARE(run(gatherWithoutCopies()), u"0 0"_s); }
    void differentTypesStartFromLeftToRightAndGiveATuple()
    {
        QCOMPARE(logOf(gatherDifferent), u"x, y starts, w, y ends, z, x 1 w"_s);
    }
    void differentTypesFail() { QCOMPARE(run(gatherDifferentFailing()), u"failed: first"_s); }

    void sameTaskTwiceGivesItsValueTwiceAndKeepsIt()
    {
        QCOMPARE(run(gatherSame()), u"1 2, 1 2, 1 2, 1 2, 1 2"_s);
    }
    void sameFailingTaskTwiceGivesItsExceptionTwiceAndKeepsIt()
    {
        QCOMPARE(run(gatherFailingTwice()), u"failed: twice; failed: twice; failed: twice"_s);
    }
    void tasksMayBeDoneAlready()
    {
        QCOMPARE(run(gatherDone()), u"1; failed: before; cancelled; failed: before"_s);
    }

    void firstExceptionIsThrownAtOnceAndSiblingsGoOn()
    {
        QCOMPARE(logOf(gatherFailing), u"sibling starts, failed: first, sibling ends"_s);
    }
    void laterExceptionsCountAsFetched() { QCOMPARE(logOf(gatherFailingLater), u"failed: early"_s); }
    void returnExceptionsCollectsThem()
    {
        QCOMPARE(run(gatherReturningExceptions()), u"1; failed: a; 3; failed: b"_s);
    }

    void hundredThousandAtOnce() { QCOMPARE(run(gatherMany(100'000)), 100'000); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestGather)
#include "tst_gather.moc"
