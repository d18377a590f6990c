// SPDX-License-Identifier: MIT
#include "core/url/canonicalurl.h"

#include <QTest>

using namespace rollcall;

namespace {

QByteArray normalized(QStringView text)
{
    const auto reading = normalizeUrl(text);
    const auto *url = std::get_if<NormalizedUrl>(&reading);
    return url == nullptr ? QByteArray() : url->url;
}

// The same URL with its scheme in capitals, which keeps it off the quick way.
QString theLongWay(const QString &url)
{
    const qsizetype colon = url.indexOf(u':');
    return url.first(colon).toUpper() + url.sliced(colon);
}

} // namespace

class TestCanonicalUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesCanonicalUrlsAlone_data();
    void leavesCanonicalUrlsAlone();
    void completesAnEmptyPath();
    void quickAndLongWayAgreeOnEveryCharacter();
    void quickAndLongWayAgreeOnEveryEscape();
    void leavesTheUnusualAlone_data();
    void leavesTheUnusualAlone();
};

void TestCanonicalUrl::leavesCanonicalUrlsAlone_data()
{
    QTest::addColumn<QString>("url");
    const auto row = [](const char *url) { QTest::newRow(url) << QString::fromLatin1(url); };
    row("http://example.com/");
    row("https://www.example.co.uk/path/to/page.html?query=1&other=a+b#part");
    row("https://intranet/");
    row("http://example.com:8080/a");
    row("http://127.0.0.1/");
    row("http://255.10.0.249:8080/a");
    row("https://3com.com/%C3%A9%20%2F");
    row("https://my_host.r3---sn.com/a;b=1,2:3@4!$&()*+~-._|[]");
    row("http://h.com./");
    row("http://xn--mller-kva.de/");
    row("http://-a..b-/");
    row("http://h.com/%c3%zz/%?%2e");
}

void TestCanonicalUrl::leavesCanonicalUrlsAlone()
{
    QFETCH(QString, url);
    QVERIFY(canonicalUrl(url).has_value());
    QCOMPARE(normalized(url), url.toLatin1());
    QCOMPARE(normalized(theLongWay(url)), url.toLatin1());
}

void TestCanonicalUrl::completesAnEmptyPath()
{
    QCOMPARE(canonicalUrl(u"http://h.com:8080"), NormalizedUrl(UrlScheme::Http, "http://h.com:8080/"));
}

void TestCanonicalUrl::quickAndLongWayAgreeOnEveryCharacter()
{
    const QStringList forms = {
        QStringLiteral("http://a%1b.com/"),    QStringLiteral("http://%1.com/"),
        QStringLiteral("http://a.%1/"),        QStringLiteral("http://h.com:%1/"),
        QStringLiteral("http://h.com/%1"),     QStringLiteral("http://h.com/a/%1/b"),
        QStringLiteral("http://h.com/?a%1b"),  QStringLiteral("http://h.com/#a%1b"),
        QStringLiteral("http://h.com/.%1/x"),  QStringLiteral("http://h.com%1"),
        QStringLiteral("https://h%1.com/a.b"), QStringLiteral("https://xn--%1.com/"),
    };
    qsizetype taken = 0;
    for (const QString &form : forms) {
        for (char16_t code = 1; code < 0x180; ++code) {
            const QString url = form.arg(QChar(code));
            if (const auto canonical = canonicalUrl(url)) {
                ++taken;
                QCOMPARE(normalized(theLongWay(url)), canonical->url);
            }
        }
    }
    QVERIFY2(taken > 400, QByteArray::number(taken));
}

void TestCanonicalUrl::quickAndLongWayAgreeOnEveryEscape()
{
    const QStringList forms = {
        QStringLiteral("http://h.com/a%1b"),
        QStringLiteral("http://h.com/?a%1b"),
        QStringLiteral("http://h.com/#a%1b"),
    };
    qsizetype taken = 0;
    for (const QString &form : forms) {
        for (int code = 0; code < 256; ++code) {
            const QString digits = QStringLiteral("%1").arg(code, 2, 16, QLatin1Char('0'));
            for (const QString &escape : {digits.toUpper(), digits}) {
                const QString url = form.arg(u'%' + escape);
                if (const auto canonical = canonicalUrl(url)) {
                    ++taken;
                    QCOMPARE(normalized(theLongWay(url)), canonical->url);
                }
            }
        }
    }
    QVERIFY2(taken > 500, QByteArray::number(taken));
}

void TestCanonicalUrl::leavesTheUnusualAlone_data()
{
    QTest::addColumn<QString>("url");
    const auto row = [](const char *name, const char16_t *url) {
        QTest::newRow(name) << QString::fromUtf16(url);
    };
    row("a query without a path", u"http://h.com?q");
    row("a fragment without a path", u"http://h.com#f");
    row("no host", u"http:///a");
    row("capitals in the scheme", u"Http://h.com/");
    row("capitals in the host", u"http://H.com/");
    row("the default port", u"https://h.com:443/");
    row("a port with a leading zero", u"https://h.com:08/");
    row("an empty port", u"https://h.com:/");
    row("a user name", u"http://user@h.com/");
    row("an empty user name", u"http://@h.com/");
    row("an IPv4 address with an octal number", u"http://127.0.0.01/");
    row("an IPv4 address out of range", u"http://127.0.0.256/");
    row("a short IPv4 address", u"http://127.1/");
    row("a name that ends in a number", u"http://h.1/");
    row("an IPv6 address", u"http://[::1]/");
    row("an international host", u"http://ü.com/");
    row("a dot segment", u"http://h.com/a/../b");
    row("an escaped dot", u"http://h.com/a/%2E%2E/b");
    row("a quote, which a query may not have", u"http://h.com/?'");
    row("an escaped dot in small letters", u"http://h.com/%2e");
    row("a second hash", u"http://h.com/#a#b");
    row("another scheme", u"ftp://h.com/");
}

void TestCanonicalUrl::leavesTheUnusualAlone()
{
    QFETCH(QString, url);
    QVERIFY(!canonicalUrl(url).has_value());
}

QTEST_APPLESS_MAIN(TestCanonicalUrl)
#include "tst_canonicalurl.moc"
