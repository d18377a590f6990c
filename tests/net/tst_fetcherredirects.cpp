// SPDX-License-Identifier: MIT
#include "tests/net/fetchertest.h"

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

std::chrono::microseconds timeOfRedirects(const FetchResult &result)
{
    std::chrono::microseconds time{0};
    for (const RedirectHop &hop : result.redirects)
        time += hop.time;
    return time;
}

} // namespace

class TestFetcherRedirects : public FetcherTest
{
    Q_OBJECT
private Q_SLOTS:
    void redirectsAreFollowedAndEachHopIsKept();
    void redirectsAreReadAsBrowsersReadThem();
    void relativeRedirectsAreResolved();
    void aRedirectLoopIsNamed();
    void tooManyRedirectsAreNamed();
    void aRedirectToAnotherSchemeIsNeverOpened_data();
    void aRedirectToAnotherSchemeIsNeverOpened();
    void secretsDoNotFollowARedirectToAnotherOrigin();
    void secretsFollowARedirectWithinTheOrigin();
};

void TestFetcherRedirects::redirectsAreFollowedAndEachHopIsKept()
{
    server().on("/a", Script{Send(redirect(301, server().url("/b")))});
    server().on("/b", Script{Send(redirect(307, server().url("/c")))});
    server().on("/c", answer(200, "end"));
    const FetchResult result = fetch("/a");
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 3);
    QCOMPARE(result.finalUrl, server().url("/c"));
    QCOMPARE(result.redirects.size(), 2);
    QCOMPARE(result.redirects[0].url, server().url("/a"));
    QCOMPARE(result.redirects[0].status, 301);
    QCOMPARE(result.redirects[1].url, server().url("/b"));
    QCOMPARE(result.redirects[1].status, 307);
    QVERIFY(timeOfRedirects(result) <= result.times.total); // they are parts of it
}

void TestFetcherRedirects::redirectsAreReadAsBrowsersReadThem()
{
    server().on("/dir/a", Script{Send(redirect(302, "\\other\\.\\b c?x='1"))});
    server().on("/other/b%20c", answer(200, "there"));
    const FetchResult result = fetch("/dir/a");
    QCOMPARE(result.status, 200);
    QCOMPARE(result.finalUrl, server().url("/other/b%20c?x=%271"));
}

void TestFetcherRedirects::relativeRedirectsAreResolved()
{
    server().on("/dir/a", Script{Send(redirect(302, "../other/b?x=1"))});
    server().on("/other/b", answer(200, "end"));
    const FetchResult result = fetch("/dir/a");
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.finalUrl, server().url("/other/b?x=1"));
}

void TestFetcherRedirects::aRedirectLoopIsNamed()
{
    server().on("/a", Script{Send(redirect(302, "/b"))});
    server().on("/b", Script{Send(redirect(302, "/a"))});
    const FetchResult result = fetch("/a");
    QCOMPARE(result.error, ErrorKind::RedirectLoop);
    QCOMPARE(result.redirects.size(), 2);
    QCOMPARE(server().requestCount("/a"), 1);
    QVERIFY(timeOfRedirects(result) <= result.times.total);
}

void TestFetcherRedirects::tooManyRedirectsAreNamed()
{
    server().on("/", [](const Request &seen) {
        return Script{Send(redirect(302, "/?" + QByteArray::number(seen.target.mid(2).toInt() + 1)))};
    });
    FetchRequest limited = request("/?0");
    limited.maxRedirects = 3;
    const FetchResult result = fetch(limited);
    QCOMPARE(result.error, ErrorKind::TooManyRedirects);
    QCOMPARE(result.status, 302);
    QCOMPARE(server().requestCount("/"), 4);
    QCOMPARE(result.finalUrl, server().url("/?3"));
}

void TestFetcherRedirects::aRedirectToAnotherSchemeIsNeverOpened_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("file") << QByteArray("file:///etc/hostname");
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/x");
    QTest::newRow("data") << QByteArray("data:text/plain,hello");
    QTest::newRow("javascript") << QByteArray("javascript:alert(1)");
}

void TestFetcherRedirects::aRedirectToAnotherSchemeIsNeverOpened()
{
    QFETCH(const QByteArray, location);
    server().on("/", Script{Send(redirect(302, location))});
    const FetchResult result = fetch("/");
    QCOMPARE(result.error, ErrorKind::UnsupportedScheme);
    QVERIFY(result.errorDetail.contains(QString::fromLatin1(location)));
    QCOMPARE(result.status, 302);
    QCOMPARE(result.finalUrl, server().url("/"));
    QCOMPARE(result.bodyBytes, 0);
}

void TestFetcherRedirects::secretsDoNotFollowARedirectToAnotherOrigin()
{
    FaultServer other;
    QVERIFY(other.listen());
    other.on("/", answer(200, "end"));
    server().on("/", Script{Send(redirect(302, other.url("/")))});
    FetchRequest secret = request("/");
    secret.url.replace("http://", "http://user:password@");
    secret.headers = {{"X-Api-Key", "secret"}};
    QCOMPARE(fetch(secret).error, ErrorKind::None);
    QCOMPARE(server().requests().constFirst().header("X-Api-Key"), QByteArray("secret"));
    QVERIFY(!server().requests().constFirst().header("Authorization").isEmpty());
    QVERIFY(other.requests().constFirst().header("X-Api-Key").isEmpty());
    QVERIFY(other.requests().constFirst().header("Authorization").isEmpty());
}

void TestFetcherRedirects::secretsFollowARedirectWithinTheOrigin()
{
    server().on("/", Script{Send(redirect(302, "/end"))});
    server().on("/end", answer(200, "end"));
    FetchRequest secret = request("/");
    secret.url.replace("http://", "http://user:password@");
    secret.headers = {{"X-Api-Key", "secret"}};
    QCOMPARE(fetch(secret).error, ErrorKind::None);
    QCOMPARE(server().requests().constLast().header("X-Api-Key"), QByteArray("secret"));
    QVERIFY(!server().requests().constLast().header("Authorization").isEmpty());
}

QTEST_GUILESS_MAIN(TestFetcherRedirects)
#include "tst_fetcherredirects.moc"
