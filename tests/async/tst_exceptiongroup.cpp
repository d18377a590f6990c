// SPDX-License-Identifier: MIT
#include "taskgrouptest.h"

#include <initializer_list>
#include <vector>

namespace rollcall::async::test {

namespace {

ExceptionGroup groupOf(std::initializer_list<std::exception_ptr> exceptions)
{
    return ExceptionGroup(std::vector<std::exception_ptr>(exceptions));
}

std::exception_ptr failure(const char *what)
{
    return std::make_exception_ptr(Failure(what));
}

} // namespace

class TestExceptionGroup : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void saysHowManyAndWhatTheFirstOneSays()
    {
        QCOMPARE(groupOf({failure("no answer")}).what(), "1 task failed: no answer");
        QCOMPARE(groupOf({failure("no answer"), failure("too late")}).what(),
                 "2 tasks failed, the first: no answer");
        QCOMPARE(groupOf({std::make_exception_ptr(5)}).what(), "1 task failed: an exception of unknown type");
    }
    void groupInAGroupIsSaidToo()
    {
        const ExceptionGroup inner = groupOf({failure("deep"), failure("other")});
        const ExceptionGroup outer = groupOf({std::make_exception_ptr(inner)});
        QCOMPARE(outer.what(), "1 task failed: 2 tasks failed, the first: deep");
        QCOMPARE(endText(std::make_exception_ptr(outer)), u"[[deep other]]"_s);
    }
    void keepsItsOrderWhenCopied()
    {
        const ExceptionGroup group = groupOf({failure("a"), failure("b"), failure("c")});
        const ExceptionGroup copy = group; // NOLINT: copying is what is tested
        QCOMPARE(copy.exceptions(), group.exceptions());
        QCOMPARE(endText(std::make_exception_ptr(copy)), u"[a b c]"_s);
    }
    void isCaughtAsAnException()
    {
        try {
            throw groupOf({failure("a")});
        } catch (const std::exception &error) {
            QCOMPARE(error.what(), "1 task failed: a");
        }
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestExceptionGroup)
#include "tst_exceptiongroup.moc"
