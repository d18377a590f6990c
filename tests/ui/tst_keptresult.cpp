// SPDX-License-Identifier: MIT
#include "ui/keptresult.h"

#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

class TestKeptResult : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingATableShowsComesBack_data();
    void everythingATableShowsComesBack();
    void headersAndCertificatesAreLeftToTheStore();
    void aHashThatIsNoneComesBackAsItWas();
    void aTimeBeyondAnyCallsIsTheLongestThatCanBeKept();
    void resultsOfOneServerShareItsFacts();
    void isSmall();

private:
    static KeptResult kept(const CheckResult &result)
    {
        SharedServerFacts servers;
        return KeptResult(result, result.url, servers);
    }
    static CheckResult fullResult()
    {
        CheckResult result;
        result.url = "https://example.org/";
        result.outcome = Outcome::Warning;
        result.attempts = 3;
        result.queueTime = 2h;
        result.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        result.furtherReasons = {Reason(ErrorKind::TooSlow, QStringLiteral("slower than 1 s"))};
        FetchResult &fetch = result.fetch;
        fetch.error = ErrorKind::Redirected;
        fetch.errorDetail = QStringLiteral("détail");
        fetch.finalUrl = "https://www.example.org/";
        fetch.status = 200;
        fetch.bodyBytes = qint64(5) << 32;
        fetch.wireBytes = 0;
        fetch.contentType = "text/html; charset=utf-8";
        fetch.redirects = {RedirectHop("https://example.org/", 301, 12ms)};
        fetch.httpVersion = "2";
        fetch.remoteIp = "192.0.2.1";
        fetch.reusedConnection = false;
        fetch.tlsVersion = "1.3";
        fetch.certificateIssuer = QStringLiteral("Example CA");
        fetch.certificateExpires = QDateTime::fromMSecsSinceEpoch(1'900'000'000'000, Qt::UTC);
        fetch.bodySha256 = QByteArray("0123456789abcdef").repeated(4);
        fetch.pageTitle = QStringLiteral("Ein schöner Titel");
        fetch.times.dns = 0us;
        fetch.times.connect = 1us;
        fetch.times.tls = 1ms;
        fetch.times.firstByte = 1s;
        fetch.times.total = 1h;
        return result;
    }
};

void TestKeptResult::everythingATableShowsComesBack_data()
{
    QTest::addColumn<CheckResult>("result");
    QTest::newRow("full") << fullResult();
    QTest::newRow("never started") << CheckResult::neverStarted("http://a/");
    CheckResult plain;
    plain.url = plain.fetch.finalUrl = "http://a/";
    plain.outcome = Outcome::Ok;
    plain.fetch.status = 204;
    plain.fetch.reusedConnection = true;
    QTest::newRow("nothing special") << plain;
}

void TestKeptResult::everythingATableShowsComesBack()
{
    QFETCH(CheckResult, result);
    QVERIFY(kept(result).toCheckResult(result.url) == result);
}

void TestKeptResult::headersAndCertificatesAreLeftToTheStore()
{
    CheckResult result = fullResult();
    result.fetch.responseHeaders = {{"Server", "x"}};
    result.fetch.certificates = {CertificateFacts()};
    result.fetch.bodyPrefix = "<html>";
    QVERIFY(kept(result).toCheckResult(result.url) == fullResult());
}

void TestKeptResult::aHashThatIsNoneComesBackAsItWas()
{
    for (const char *hash : {"", "abc", "ABCDEF", "no digits at all"}) {
        CheckResult result = fullResult();
        result.fetch.bodySha256 = hash;
        QCOMPARE(kept(result).bodySha256(), QByteArray(hash));
    }
}

void TestKeptResult::aTimeBeyondAnyCallsIsTheLongestThatCanBeKept()
{
    CheckResult result = fullResult();
    result.fetch.times.total = 24h;
    QVERIFY(kept(result).total() > 1h);
    result.fetch.times.total = -1us;
    QCOMPARE(kept(result).total(), 0us);
}

void TestKeptResult::resultsOfOneServerShareItsFacts()
{
    SharedServerFacts servers;
    const CheckResult result = fullResult();
    CheckResult other = fullResult();
    other.fetch.bodyBytes = 1;
    const KeptResult first(result, result.url, servers);
    const KeptResult second(other, result.url, servers);
    QCOMPARE(&first.server(), &second.server());
    other.fetch.remoteIp = "192.0.2.2";
    QVERIFY(&KeptResult(other, result.url, servers).server() != &first.server());
}

void TestKeptResult::isSmall()
{
    QVERIFY(sizeof(KeptResult) <= 160);
}

QTEST_APPLESS_MAIN(TestKeptResult)
#include "tst_keptresult.moc"
