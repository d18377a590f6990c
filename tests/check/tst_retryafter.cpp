// SPDX-License-Identifier: MIT
#include "core/check/retryafter.h"

#include "core/net/fetchresult.h"

#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);

FetchResult answer(const QByteArray &retryAfter, const QByteArray &date = {})
{
    FetchResult result;
    result.responseHeaders = {HeaderField("retry-after", retryAfter)};
    if (!date.isEmpty())
        result.responseHeaders.append(HeaderField("Date", date));
    return result;
}

} // namespace

class TestRetryAfter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void datesAreReadInAllThreeForms_data()
    {
        QTest::addColumn<QDateTime>("expected");
        QTest::newRow("Sun, 06 Nov 1994 08:49:37 GMT") << now;
        QTest::newRow("Sunday, 06-Nov-94 08:49:37 GMT") << now;
        QTest::newRow("Sun Nov  6 08:49:37 1994") << now;
        QTest::newRow("Sun Nov 16 08:49:37 1994") << now.addDays(10);
        QTest::newRow("Friday, 31-Dec-99 23:59:59 GMT")
            << QDateTime(QDate(1999, 12, 31), QTime(23, 59, 59), Qt::UTC);
        QTest::newRow("Sunday, 01-Jan-40 00:00:00 GMT") << QDateTime(QDate(2040, 1, 1), QTime(0, 0), Qt::UTC);
    }
    void datesAreReadInAllThreeForms()
    {
        QFETCH(const QDateTime, expected);
        QCOMPARE(httpDate(QTest::currentDataTag(), now), expected);
    }

    void whatIsNoDateIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "now", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 CET",
                                 "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994", ","})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoDateIsNone()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!httpDate(text, now));
    }

    void secondsAreTheTimeToWait()
    {
        QCOMPARE(retryAfter(answer("120"), now), 120s);
        QCOMPARE(retryAfter(answer("0"), now), 0s);
    }

    void aDateIsTheTimeUntilThen()
    {
        QCOMPARE(retryAfter(answer("Sun, 06 Nov 1994 08:50:07 GMT"), now), 30s);
        QCOMPARE(retryAfter(answer("Sun, 06 Nov 1994 08:49:07 GMT"), now), 0s);
    }

    void theServersClockCountsWhereItTellsIt()
    {
        const FetchResult result = answer("Sun, 06 Nov 1994 08:50:07 GMT", "Sun, 06 Nov 1994 08:50:00 GMT");
        QCOMPARE(retryAfter(result, now), 7s);
    }

    void whatBreaksTheRulesIsNone_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char *text : {"", "soon", "-5", "1.5", "12 s", "0x10"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatBreaksTheRulesIsNone()
    {
        QFETCH(const QByteArray, field);
        QVERIFY(!retryAfter(answer(field), now));
        QVERIFY(!retryAfter(FetchResult(), now));
    }

    void noWaitIsLongerThanAYear()
    {
        QCOMPARE(retryAfter(answer("99999999999999999999999"), now), 366 * 24h);
        QCOMPARE(retryAfter(answer("999999999999"), now), 366 * 24h);
        QCOMPARE(retryAfter(answer("Fri, 31 Dec 9999 23:59:59 GMT"), now), 366 * 24h);
    }
};

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"
