// SPDX-License-Identifier: MIT
#include "core/check/hostwatch.h"

#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

namespace {

const HostWatch::TimePoint start = HostWatch::TimePoint() + std::chrono::hours(1);
constexpr int host = 3;
constexpr quint32 seed = 1;

CallEnd ended(ErrorKind error, HostWatch::TimePoint when, int status = 0)
{
    FetchResult result;
    result.error = error;
    result.status = status;
    CallEnd end;
    end.sign = hostSign(result);
    end.error = error;
    end.began = when;
    end.ended = when;
    return end;
}

} // namespace

class TestHostWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void resultsAreSignsOfTheHost_data();
    void resultsAreSignsOfTheHost();
    void aHostOfWhichNothingIsKnownIsNotHeldBack();
    void aBusyHostIsHeldBackAndNoOther();
    void pausesDoubleUpToAQuarterOfTheLongest();
    void callsThatWereUnderWayDoNotDoubleThePause();
    void theHostsOwnWishIsGrantedWithinBounds();
    void aHostThatLimitsIsCalledAtIntervalsThatShrink();
    void aHostIsGivenUpAfterSoManyFailuresInARow();
    void anAnswerEndsTheRow();
    void zeroNeverGivesUp();
    void callsThatFailTogetherBecauseAHostIsBusyCountOnce();
    void theRateHoldsForEachHostAndCanChange();
    void theSameSeedGivesTheSamePauses();
};

void TestHostWatch::resultsAreSignsOfTheHost_data()
{
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<HostSign>("sign");
    QTest::newRow("well") << ErrorKind::None << 200 << HostSign::Fine;
    QTest::newRow("429") << ErrorKind::RateLimited << 429 << HostSign::Busy;
    QTest::newRow("503") << ErrorKind::HttpServerError << 503 << HostSign::Busy;
    QTest::newRow("503 that is accepted") << ErrorKind::None << 503 << HostSign::Fine;
    QTest::newRow("500") << ErrorKind::HttpServerError << 500 << HostSign::Fine;
    QTest::newRow("a bot wall") << ErrorKind::BotChallenge << 429 << HostSign::Fine;
    QTest::newRow("refused") << ErrorKind::ConnectionRefused << 0 << HostSign::Unreachable;
    QTest::newRow("no such name") << ErrorKind::DnsNotFound << 0 << HostSign::Unreachable;
    QTest::newRow("no connection") << ErrorKind::ConnectTimeout << 0 << HostSign::Unreachable;
    QTest::newRow("reset") << ErrorKind::ConnectionReset << 0 << HostSign::Fine;
}

void TestHostWatch::resultsAreSignsOfTheHost()
{
    QFETCH(const ErrorKind, error);
    QFETCH(const int, status);
    QFETCH(const HostSign, sign);
    FetchResult result;
    result.error = error;
    result.status = status;
    QCOMPARE(hostSign(result), sign);
}

void TestHostWatch::aHostOfWhichNothingIsKnownIsNotHeldBack()
{
    HostWatch watch(Politeness(), std::nullopt, seed);
    watch.callBegins(host, start);
    watch.callEnds(host, ended(ErrorKind::None, start, 200));
    QCOMPARE(watch.notBefore(host), HostWatch::TimePoint::min());
    QVERIFY(watch.hosts().isEmpty());
}

void TestHostWatch::aBusyHostIsHeldBackAndNoOther()
{
    HostWatch watch(Politeness(), std::nullopt, seed);
    watch.callEnds(host, ended(ErrorKind::RateLimited, start, 429));
    QVERIFY(watch.notBefore(host) >= start + 375ms);
    QVERIFY(watch.notBefore(host) <= start + 625ms);
    QCOMPARE(watch.notBefore(host + 1), HostWatch::TimePoint::min());
}

void TestHostWatch::pausesDoubleUpToAQuarterOfTheLongest()
{
    HostWatch watch(Politeness(), std::nullopt, seed);
    const QList<std::chrono::milliseconds> expected = {500ms,  1000ms,   2000ms,  4000ms,
                                                       8000ms, 15'000ms, 15'000ms};
    auto when = start;
    for (const auto pause : expected) {
        when += 1h;
        watch.callEnds(host, ended(ErrorKind::HttpServerError, when, 503));
        const auto held = watch.notBefore(host) - when;
        QVERIFY(held >= pause * 3 / 4 && held <= pause * 5 / 4);
    }
}

void TestHostWatch::callsThatWereUnderWayDoNotDoubleThePause()
{
    HostWatch watch(Politeness(), std::nullopt, seed);
    for (int i = 0; i < 6; ++i) {
        CallEnd end = ended(ErrorKind::HttpServerError, start + 100ms, 503);
        end.began = start;
        watch.callEnds(host, end);
    }
    QVERIFY(watch.notBefore(host) <= start + 100ms + 625ms);
}

void TestHostWatch::theHostsOwnWishIsGrantedWithinBounds()
{
    HostWatch watch(Politeness(), std::nullopt, seed);
    CallEnd end = ended(ErrorKind::HttpServerError, start, 503);
    end.retryAfter = 20s;
    watch.callEnds(host, end);
    QVERIFY(watch.notBefore(host) >= start + 20s); // never earlier than told
    QVERIFY(watch.notBefore(host) <= start + 22s);
    end.retryAfter = 24h;
    watch.callEnds(host, end);
    QCOMPARE(watch.notBefore(host), start + 60s);
}

void TestHostWatch::aHostThatLimitsIsCalledAtIntervalsThatShrink()
{
    HostWatch watch(Politeness(), std::nullopt, seed);
    watch.callEnds(host, ended(ErrorKind::RateLimited, start, 429));
    auto when = start + 1h;
    watch.callBegins(host, when);
    QCOMPARE(watch.notBefore(host), when + 248ms); // 250 less the lateness that a Pacer makes up for
    watch.callEnds(host, ended(ErrorKind::None, when, 200));
    QCOMPARE(watch.notBefore(host), when + 223ms);
    for (int i = 0; i < 30; ++i)
        watch.callEnds(host, ended(ErrorKind::None, when, 200));
    watch.callBegins(host, when + 1h);
    QVERIFY(watch.notBefore(host) <= when + 1h);
}

void TestHostWatch::aHostIsGivenUpAfterSoManyFailuresInARow()
{
    Politeness politeness;
    politeness.giveUpAfter = 3;
    HostWatch watch(politeness, std::nullopt, seed);
    watch.callEnds(host, ended(ErrorKind::ConnectTimeout, start));
    watch.callEnds(host, ended(ErrorKind::ConnectTimeout, start));
    QVERIFY(!watch.givenUp(host));
    watch.callEnds(host, ended(ErrorKind::ConnectionRefused, start));
    QVERIFY(watch.givenUp(host));
    QCOMPARE(watch.givenUp(host)->error, ErrorKind::ConnectionRefused);
    QCOMPARE(watch.givenUp(host)->calls, 3);
    QVERIFY(!watch.givenUp(host + 1));
}

void TestHostWatch::anAnswerEndsTheRow()
{
    Politeness politeness;
    politeness.giveUpAfter = 2;
    HostWatch watch(politeness, std::nullopt, seed);
    watch.callEnds(host, ended(ErrorKind::ConnectionRefused, start));
    watch.callEnds(host, ended(ErrorKind::HttpClientError, start, 404));
    watch.callEnds(host, ended(ErrorKind::ConnectionRefused, start));
    QVERIFY(!watch.givenUp(host));
}

void TestHostWatch::zeroNeverGivesUp()
{
    Politeness politeness;
    politeness.giveUpAfter = 0;
    HostWatch watch(politeness, std::nullopt, seed);
    for (int i = 0; i < 1000; ++i)
        watch.callEnds(host, ended(ErrorKind::ConnectionRefused, start));
    QVERIFY(!watch.givenUp(host));
}

void TestHostWatch::callsThatFailTogetherBecauseAHostIsBusyCountOnce()
{
    Politeness politeness;
    politeness.giveUpAfter = 2;
    HostWatch watch(politeness, std::nullopt, seed);
    CallEnd end = ended(ErrorKind::RateLimited, start + 1s, 429);
    end.began = start;
    for (int i = 0; i < 100; ++i)
        watch.callEnds(host, end);
    QVERIFY(!watch.givenUp(host));
    watch.callEnds(host, ended(ErrorKind::RateLimited, start + 2s, 429));
    QVERIFY(watch.givenUp(host));
}

void TestHostWatch::theRateHoldsForEachHostAndCanChange()
{
    HostWatch watch(Politeness(), 10, seed);
    watch.callBegins(host, start);
    QCOMPARE(watch.notBefore(host), start + 100ms);
    QCOMPARE(watch.notBefore(host + 1), HostWatch::TimePoint::min());
    watch.setRate(1);
    QCOMPARE(watch.notBefore(host), start + 1s);
    QCOMPARE(watch.hosts(), QList<int>({host}));
    watch.setRate(std::nullopt);
    QVERIFY(watch.notBefore(host) <= start);
}

void TestHostWatch::theSameSeedGivesTheSamePauses()
{
    HostWatch one(Politeness(), std::nullopt, seed);
    HostWatch same(Politeness(), std::nullopt, seed);
    HostWatch other(Politeness(), std::nullopt, seed + 1);
    bool differs = false;
    for (int i = 1; i < 20; ++i) {
        const auto pause = one.pauseAfter(i);
        QCOMPARE(same.pauseAfter(i), pause);
        differs = differs || other.pauseAfter(i) != pause;
    }
    QVERIFY(differs);
}

QTEST_GUILESS_MAIN(TestHostWatch)
#include "tst_hostwatch.moc"
