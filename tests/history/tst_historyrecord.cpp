// SPDX-License-Identifier: MIT
#include "core/history/historyrecord.h"

#include "core/history/errorcodes.h"
#include "tests/history/historytools.h"

#include <QTest>

#include <random>

using namespace rollcall;
using namespace rollcall::test;
using std::chrono::microseconds;

class tst_HistoryRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void everyFieldComesBack();
    void whatIsUnknownStaysUnknown();
    void durationsAreKeptToATenthOfAMillisecond();
    void aFinalUrlIsTheUrlItselfOrAnotherOrNone();
    void rowsOfDifferentResultsComeBack();
    void theLastRecordIsReadAlone();
    void thoseOfARunAreReadAlone();
    void aResultLikeTheOneBeforeTakesFewBytes();
    void aKindOfAnotherVersionIsAnInternalError();
    void bytesThatCannotBeAreRefused();

private:
    QList<HistoryRecord> thereAndBack(const QList<HistoryRecord> &records) const;

    const QByteArray m_url = "https://example.com/";
    ErrorCodes m_codes;
};

void tst_HistoryRecord::initTestCase()
{
    qint64 code = 0;
    for (const ErrorKindInfo &kind : errorKinds()) {
        if (kind.kind != ErrorKind::None)
            m_codes.add(++code, kind.slug);
    }
}

QList<HistoryRecord> tst_HistoryRecord::thereAndBack(const QList<HistoryRecord> &records) const
{
    return historyrecord::decode(historyrecord::encode(records, m_codes), m_url, m_codes)
        .value_or(QList<HistoryRecord>());
}

void tst_HistoryRecord::everyFieldComesBack()
{
    HistoryRecord record(7, 1'700'000'000'000, HistoryResult(812, historyResult(m_url, 3), false));
    record.entry.result.fetch.error = ErrorKind::HttpServerError;
    QCOMPARE(thereAndBack({record}), QList{record});
    QCOMPARE(thereAndBack({}), QList<HistoryRecord>());
}

void tst_HistoryRecord::whatIsUnknownStaysUnknown()
{
    CheckResult result;
    result.url = m_url;
    result.outcome = Outcome::Failed;
    result.fetch.error = ErrorKind::InvalidUrl;
    const HistoryRecord record(1, 5, HistoryResult(0, result));
    const QList<HistoryRecord> records = {HistoryRecord(1, 4, HistoryResult(0, historyResult(m_url, 1))),
                                          record,
                                          HistoryRecord(1, 6, HistoryResult(0, historyResult(m_url, 2)))};
    QCOMPARE(thereAndBack(records), records);
}

void tst_HistoryRecord::durationsAreKeptToATenthOfAMillisecond()
{
    HistoryRecord record(1, 0, HistoryResult(0, historyResult(m_url, 1)));
    record.entry.result.fetch.times.total = microseconds(182'449);
    record.entry.result.fetch.times.firstByte = microseconds(182'450);
    record.entry.result.fetch.times.dns = microseconds(0);
    const QList<HistoryRecord> back = thereAndBack({record});
    QCOMPARE(back.size(), 1);
    const FetchTimes &times = back.first().entry.result.fetch.times;
    QCOMPARE(times.total, microseconds(182'400));
    QCOMPARE(times.firstByte, microseconds(182'500));
    QCOMPARE(times.dns, microseconds(0));
    QCOMPARE(thereAndBack(back), back);
}

void tst_HistoryRecord::aFinalUrlIsTheUrlItselfOrAnotherOrNone()
{
    for (const QByteArray &finalUrl : {m_url, QByteArray("https://example.org/"), QByteArray()}) {
        HistoryRecord record(1, 0, HistoryResult(0, historyResult(m_url, 1)));
        record.entry.result.fetch.finalUrl = finalUrl;
        QCOMPARE(thereAndBack({record}), QList{record});
    }
}

void tst_HistoryRecord::rowsOfDifferentResultsComeBack()
{
    QList<HistoryRecord> records;
    std::mt19937 random(5);
    for (int index = 0; index < 300; ++index) {
        CheckResult result = historyResult(m_url, int(random() % 50));
        result.outcome = random() % 3 == 0 ? Outcome::Failed : Outcome::Ok;
        result.fetch.error = errorKinds()[random() % errorKinds().size()].kind;
        if (random() % 2 == 0)
            result.fetch.times.connect.reset();
        if (random() % 4 == 0)
            result.fetch.redirects.clear();
        records.append(HistoryRecord(qint64(random()), qint64(random()) * 1'000,
                                     HistoryResult(qint64(random()), result, random() % 5 != 0)));
    }
    QCOMPARE(thereAndBack(records), records);
}

void tst_HistoryRecord::theLastRecordIsReadAlone()
{
    QList<HistoryRecord> records;
    for (int seed = 1; seed < 5; ++seed) {
        records.append(
            HistoryRecord(seed, 1'700'000'000'000 + seed, HistoryResult(seed, historyResult(m_url, seed))));
        QCOMPARE(historyrecord::decodeLast(historyrecord::encode(records, m_codes), m_url, m_codes),
                 thereAndBack(records).last());
    }
    QCOMPARE(historyrecord::decodeLast(historyrecord::encode({}, m_codes), m_url, m_codes), std::nullopt);
}

void tst_HistoryRecord::thoseOfARunAreReadAlone()
{
    QList<HistoryRecord> records;
    for (int seed = 1; seed < 7; ++seed) {
        const qint64 run = seed == 3 || seed == 6 ? 5 : seed + 10;
        records.append(
            HistoryRecord(run, 1'700'000'000'000 + seed, HistoryResult(seed, historyResult(m_url, seed))));
    }
    const QByteArray bytes = historyrecord::encode(records, m_codes);
    const QList<HistoryRecord> all = thereAndBack(records);
    QCOMPARE(historyrecord::decodeRun(bytes, 5, m_url, m_codes),
             (QList<HistoryRecord>{all.at(2), all.at(5)}));
    QCOMPARE(historyrecord::decodeRun(bytes, 6, m_url, m_codes), QList<HistoryRecord>());
    QCOMPARE(historyrecord::decodeRun(bytes.chopped(1), 5, m_url, m_codes), std::nullopt);
}

void tst_HistoryRecord::aResultLikeTheOneBeforeTakesFewBytes()
{
    constexpr qint64 minuteMs = 60'000;
    QList<HistoryRecord> records;
    std::mt19937 random(9);
    for (int minute = 0; minute < 60; ++minute) {
        const qint64 at = 1'700'000'000'000 + minute * minuteMs + qint64(random() % 500);
        CheckResult result = historyResult(m_url, 1);
        result.startedAt = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
        for (auto *time : {&result.fetch.times.dns, &result.fetch.times.connect, &result.fetch.times.tls,
                           &result.fetch.times.firstByte, &result.fetch.times.total, &result.queueTime})
            *time = microseconds(random() % 80'000);
        records.append(HistoryRecord(1'000 + minute, at, HistoryResult(17, result)));
    }
    const qsizetype first = historyrecord::encode(records.first(1), m_codes).size();
    const qsizetype all = historyrecord::encode(records, m_codes).size();
    QVERIFY2((all - first) / 59 <= 18, qPrintable(QString::number(double(all - first) / 59)));
}

void tst_HistoryRecord::aKindOfAnotherVersionIsAnInternalError()
{
    ErrorCodes later;
    later.add(1, "of-a-later-version");
    HistoryRecord record(1, 0, HistoryResult(0, historyResult(m_url, 1)));
    record.entry.result.fetch.error = ErrorKind::InvalidUrl; // the one that has 1 as its code
    const auto read = historyrecord::decode(historyrecord::encode({record}, m_codes), m_url, later);
    QVERIFY(read);
    QCOMPARE(read->first().entry.result.fetch.error, ErrorKind::Internal);
}

void tst_HistoryRecord::bytesThatCannotBeAreRefused()
{
    QCOMPARE(historyrecord::decode("", m_url, m_codes), std::nullopt);
    QCOMPARE(historyrecord::decode("\x02", m_url, m_codes), std::nullopt);
    const QByteArray good =
        historyrecord::encode({HistoryRecord(7, 5, HistoryResult(1, historyResult(m_url, 3)))}, m_codes);
    for (qsizetype size = 2; size < good.size(); ++size)
        QCOMPARE(historyrecord::decode(QByteArrayView(good).first(size), m_url, m_codes), std::nullopt);
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good;
        bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
        bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
        const auto records = historyrecord::decode(bytes, m_url, m_codes); // must only return
        QCOMPARE(historyrecord::decodeLast(bytes, m_url, m_codes),
                 records && !records->isEmpty() ? std::optional(records->last()) : std::nullopt);
        QCOMPARE(historyrecord::decodeRun(bytes, 1, m_url, m_codes).has_value(), records.has_value());
    }
}

QTEST_GUILESS_MAIN(tst_HistoryRecord)
#include "tst_historyrecord.moc"
