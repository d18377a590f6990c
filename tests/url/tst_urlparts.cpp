// SPDX-License-Identifier: MIT
#include "core/url/urlparts.h"

#include <QTest>
#include <QUrl>

using namespace rollcall;

class TestUrlParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAUrlApart_data();
    void takesAUrlApart();
    void givesOriginAndAddress();
    void tellsNamesFromAddresses();
    void aQUrlCallsTheSame_data();
    void aQUrlCallsTheSame();
};

void TestUrlParts::takesAUrlApart_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArrayList>("parts");
    const auto row = [](const char *url, const QByteArrayList &parts) {
        QTest::newRow(url) << QByteArray(url) << parts;
    };
    row("http://h.com/", {"http", "", "h.com", "", "/", "", ""});
    row("https://u:p@h.com:81/a/b?c#d", {"https", "u:p", "h.com", "81", "/a/b", "?c", "#d"});
    row("http://[::1]/", {"http", "", "[::1]", "", "/", "", ""});
    row("http://[::1]:8080/?#", {"http", "", "[::1]", "8080", "/", "?", "#"});
    row("http://h.com/a@b:c?d/#e?f", {"http", "", "h.com", "", "/a@b:c", "?d/", "#e?f"});
}

void TestUrlParts::takesAUrlApart()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArrayList, parts);
    const UrlParts taken(url);
    QCOMPARE((QByteArrayList{taken.scheme.toByteArray(), taken.userInfo.toByteArray(),
                             taken.host.toByteArray(), taken.port.toByteArray(), taken.path.toByteArray(),
                             taken.query.toByteArray(), taken.fragment.toByteArray()}),
             parts);
}

void TestUrlParts::givesOriginAndAddress()
{
    const UrlParts plain(QByteArrayView("https://u:p@h.com/a?b#c"));
    QCOMPARE(plain.origin(), "https://h.com:443");
    QCOMPARE(plain.address(), "https://h.com/a?b");
    QCOMPARE(plain.effectivePort(), 443);
    const UrlParts ported(QByteArrayView("http://[::1]:8080/"));
    QCOMPARE(ported.origin(), "http://[::1]:8080");
    QCOMPARE(ported.address(), "http://[::1]:8080/");
    QCOMPARE(UrlParts(QByteArrayView("http://h.com/")).effectivePort(), 80);
}

void TestUrlParts::tellsNamesFromAddresses()
{
    const UrlParts name(QByteArrayView("https://1.h2/"));
    QVERIFY(!name.hostIsAddress());
    QVERIFY(name.isHttps());
    QCOMPARE(name.hostName(), "1.h2");
    const UrlParts ipv4(QByteArrayView("http://127.0.0.1:80/"));
    QVERIFY(ipv4.hostIsAddress());
    QVERIFY(!ipv4.isHttps());
    QCOMPARE(ipv4.hostName(), "127.0.0.1");
    const UrlParts ipv6(QByteArrayView("http://[::1]/"));
    QVERIFY(ipv6.hostIsAddress());
    QCOMPARE(ipv6.hostName(), "::1");
}

void TestUrlParts::aQUrlCallsTheSame_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("encoded");
    const auto row = [](const char *url, const char *encoded) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(encoded);
    };
    row("http://u:p@[::1]:81/a%20b?c=%2F#d", "http://u:p@[::1]:81/a%20b?c=%2F#d");
    row("http://h.com/100%/%41%zz?%", "http://h.com/100%25/A%25zz?%25");
    row("http://h.com/%c3%a9", "http://h.com/%C3%A9");
    row("http://xn--mller-kva.de/", "http://xn--mller-kva.de/");
}

void TestUrlParts::aQUrlCallsTheSame()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, encoded);
    QCOMPARE(toQUrl(url).toEncoded(), encoded);
}

QTEST_APPLESS_MAIN(TestUrlParts)
#include "tst_urlparts.moc"
