// SPDX-License-Identifier: MIT
#include "core/reports/reporttext.h"

#include <QDateTime>
#include <QTest>

using namespace rollcall;
using std::chrono::microseconds;

namespace {

template <class Value>
QByteArray textOf(void (*append)(QByteArray &, Value), std::decay_t<Value> value)
{
    QByteArray text;
    append(text, value);
    return text;
}

} // namespace

class ReportTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAndTimes()
    {
        QCOMPARE(textOf(appendNumber, std::numeric_limits<qint64>::min()),
                 QByteArray("-9223372036854775808"));
        QCOMPARE(textOf(appendMilliseconds, microseconds(49)), QByteArray("0.0"));
        QCOMPARE(textOf(appendMilliseconds, microseconds(99'950)), QByteArray("100.0"));
        QCOMPARE(textOf(appendSeconds, microseconds(1'000'001)), QByteArray("1.000001"));
        QCOMPARE(textOf(appendSeconds, microseconds(0)), QByteArray("0.000000"));
    }

    void momentsAreThoseOfQt()
    {
        for (const qint64 moment :
             {qint64(0), qint64(-1), qint64(1'709'164'800'123), qint64(4'102'444'799'999),
              qint64(253'402'300'799'999), qint64(-62'135'596'800'000)}) {
            const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
            QCOMPARE(textOf(appendTime, time), time.toString(Qt::ISODateWithMs).toLatin1());
        }
    }

    void markupIsEscapedAndHasNoControlCharacters()
    {
        QCOMPARE(textOf(appendMarkup, QByteArrayView("<a b='\"'>&\n\x01\x7f\xC3\xBC")),
                 QByteArray("&lt;a b=&#39;&quot;&#39;&gt;&amp;&#10;\xEF\xBF\xBD\xEF\xBF\xBD\xC3\xBC"));
        QCOMPARE(textOf(appendMarkup, QByteArrayView("\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD")),
                 QByteArray("\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD"));
    }

    void oneLineHasNoLineEnds()
    {
        QCOMPARE(oneLine("a\r\nb\tc\xE2\x80\xA8"
                         "d\xE2\x80\xA9"
                         "e\xC2\x85"
                         "f\x1b\xC3\xA9"),
                 QByteArray("a  b c d e f \xC3\xA9"));
    }
};

QTEST_APPLESS_MAIN(ReportTextTest)
#include "tst_reporttext.moc"
