// SPDX-License-Identifier: MIT
#include "core/url/normalizeurl.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <array>

using namespace rollcall;

Q_DECLARE_METATYPE(rollcall::UrlProblem)
Q_DECLARE_METATYPE(rollcall::UrlScheme)

namespace {

QByteArray described(const std::variant<NormalizedUrl, UrlProblem> &reading)
{
    if (const auto *problem = std::get_if<UrlProblem>(&reading))
        return QByteArray("problem: ") + sentence(*problem);
    const auto &url = std::get<NormalizedUrl>(reading);
    return (url.scheme == UrlScheme::Other ? "other: " : "") + url.url;
}

QByteArray normalized(QStringView text)
{
    return described(normalizeUrl(text));
}

QString joined(QStringView first, QStringView second, QStringView third = {})
{
    return first.toString().append(second).append(third);
}

} // namespace

class TestNormalizeUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheCanonicalForm_data();
    void givesTheCanonicalForm();
    void readsTextWithoutASchemeAsHttps_data();
    void readsTextWithoutASchemeAsHttps();
    void keepsOtherSchemesAsWritten_data();
    void keepsOtherSchemesAsWritten();
    void refuses_data();
    void refuses();
    void tellsDamagedText();
    void randomTextGivesAStableUrlOrAProblem();
    void keepsTheLengthLimit();
    void schemeOfAnEntry();
    void everyProblemHasItsOwnSentence();
};

void TestNormalizeUrl::givesTheCanonicalForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const char16_t *text, const char *url) {
        QTest::newRow(name) << QString::fromUtf16(text) << QByteArray(url);
    };
    row("white space around is dropped", u" \t\u00a0http://h.com/ \r\n", "http://h.com/");
    row("scheme and host are lower-cased, the path is not", u"HtTpS://ExAmPle.COM/Path?Q#F",
        "https://example.com/Path?Q#F");
    row("an empty path becomes a slash", u"http://h.com", "http://h.com/");
    row("an empty path before a query becomes a slash", u"http://h.com?q", "http://h.com/?q");
    row("an empty path before a fragment becomes a slash", u"http://h.com#f", "http://h.com/#f");
    row("the default port of http is dropped", u"http://h.com:80/", "http://h.com/");
    row("the default port of https is dropped", u"https://h.com:443/", "https://h.com/");
    row("the other scheme's default port stays", u"http://h.com:443/", "http://h.com:443/");
    row("leading zeros of a port go", u"http://h.com:08080/", "http://h.com:8080/");
    row("the smallest port", u"http://h.com:0/", "http://h.com:0/");
    row("the greatest port", u"http://h.com:65535/", "http://h.com:65535/");
    row("a colon without a port goes", u"http://h.com:/", "http://h.com/");
    row("dot segments are resolved", u"http://h.com/a/./b/../c", "http://h.com/a/c");
    row("escaped dot segments are resolved", u"http://h.com/a/%2e%2E/b", "http://h.com/b");
    row("dot segments end at the root", u"http://h.com/../../b", "http://h.com/b");
    row("a closing single dot leaves its slash", u"http://h.com/a/.", "http://h.com/a/");
    row("a closing double dot leaves its slash", u"http://h.com/a/b/..", "http://h.com/a/");
    row("empty segments stay", u"http://h.com//a///b/./", "http://h.com//a///b/");
    row("names that start with dots stay", u"http://h.com/.a/..b/...", "http://h.com/.a/..b/...");
    row("dots in a query stay", u"http://h.com/?/../", "http://h.com/?/../");
    row("path, query and fragment are percent-encoded as UTF-8", u"http://h.com/é?ü=€#ö",
        "http://h.com/%C3%A9?%C3%BC=%E2%82%AC#%C3%B6");
    row("characters outside the basic plane are percent-encoded", u"http://h.com/\U0001F600",
        "http://h.com/%F0%9F%98%80");
    row("escapes stay as they are written", u"http://h.com/%c3%a9%2f%7Euser%41",
        "http://h.com/%c3%a9%2f%7Euser%41");
    row("a stray percent sign stays", u"http://h.com/100%/%41%C3%A9?%zz#5%",
        "http://h.com/100%/%41%C3%A9?%zz#5%");
    row("unsafe characters of a path are escaped", u"http://h.com/\"<>^`{|}",
        "http://h.com/%22%3C%3E%5E%60%7B|%7D");
    row("unsafe characters of a query are escaped", u"http://h.com/?\"<>^`{|}'",
        "http://h.com/?%22%3C%3E^`{|}%27");
    row("unsafe characters of a fragment are escaped", u"http://h.com/#\"<>^`{|}'",
        "http://h.com/#%22%3C%3E^%60{|}'");
    row("spaces are escaped", u"http://h.com/my file?a b#c d", "http://h.com/my%20file?a%20b#c%20d");
    row("tabs and line ends are dropped", u"ht\ttp://h.c\nom/a\r\nb", "http://h.com/ab");
    row("a second hash stays", u"http://h.com/#a#b", "http://h.com/#a#b");
    row("missing slashes are added", u"http:h.com", "http://h.com/");
    row("a single slash is enough", u"https:/h.com/a", "https://h.com/a");
    row("too many slashes are dropped", u"http:///\\/h.com/a", "http://h.com/a");
    row("a control character is escaped", u"http://h.com/a\u0001\u0081b", "http://h.com/a%01%C2%81b");
    row("hyphens and dots may stand anywhere in a host", u"http://-a-..b.com/", "http://-a-..b.com/");
    row("a host may have characters that no resolver takes", u"http://*.a,b&c.com/", "http://*.a,b&c.com/");
    row("an ASCII form that stands for nothing stays", u"http://xn--zzzzzzzzz.de/",
        "http://xn--zzzzzzzzz.de/");
    row("an empty query and fragment stay", u"http://h.com/?#", "http://h.com/?#");
    row("the fragment stays", u"http://h.com/page#part", "http://h.com/page#part");
    row("backslashes are slashes, as in a browser", u"http:\\\\h.com\\a\\b?c\\d", "http://h.com/a/b?c\\d");
    row("a backslash ends the host, as in a browser", u"http://good.com\\@evil.com/",
        "http://good.com/@evil.com/");
    row("user name and password stay", u"http://user:pa%40ss@h.com/", "http://user:pa%40ss@h.com/");
    row("the last at sign ends the password", u"http://u:p@ss@h.com/", "http://u:p%40ss@h.com/");
    row("a user name without a password stays", u"http://user@h.com/", "http://user@h.com/");
    row("an empty password goes", u"http://user:@h.com/", "http://user@h.com/");
    row("an empty user name goes", u"http://@h.com/", "http://h.com/");
    row("empty user name and password go", u"http://:@h.com/", "http://h.com/");
    row("an international host becomes ASCII", u"http://MÜLLER.de/", "http://xn--mller-kva.de/");
    row("the ASCII form of an international host stays", u"http://XN--mller-kva.de/",
        "http://xn--mller-kva.de/");
    row("sharp s is a letter of its own", u"http://faß.de/", "http://xn--fa-hia.de/");
    row("full-width letters and dots are folded", u"http://ａ。com/", "http://a.com/");
    row("an escaped host is decoded", u"http://ex%61mple.com/", "http://example.com/");
    row("underscores and doubled hyphens in a host stay", u"http://MY_host.r3---sn.com/",
        "http://my_host.r3---sn.com/");
    row("the dot of a fully qualified name stays", u"http://H.com./", "http://h.com./");
    row("an IPv4 address stays", u"http://127.0.0.1:8080/", "http://127.0.0.1:8080/");
    row("an odd IPv4 address is spelled out", u"http://0x7f.1/", "http://127.0.0.1/");
    row("an IPv6 address is shortened", u"http://[0:0:0:0:0:0:0:1]:8080", "http://[::1]:8080/");
    row("an IPv6 address is lower-cased", u"http://[2001:DB8::A]/", "http://[2001:db8::a]/");
    row("a single-label host with a scheme is taken", u"http://intranet/x", "http://intranet/x");
}

void TestNormalizeUrl::givesTheCanonicalForm()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, url);
    QCOMPARE(normalized(text), url);
    QCOMPARE(normalized(QString::fromLatin1(url)), url);
}

void TestNormalizeUrl::readsTextWithoutASchemeAsHttps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char16_t *text, const char *url) {
        QTest::newRow(url) << QString::fromUtf16(text) << QByteArray(url);
    };
    row(u"example.com", "https://example.com/");
    row(u"example.com/path", "https://example.com/path");
    row(u"Example.COM?q#f", "https://example.com/?q#f");
    row(u"www.python.org", "https://www.python.org/");
    row(u"example.com:8080", "https://example.com:8080/");
    row(u"example.com:8443/x:y", "https://example.com:8443/x:y");
    row(u"example.com:443/default", "https://example.com/default");
    row(u"example.org.", "https://example.org./");
    row(u"localhost", "https://localhost/");
    row(u"LocalHost:8080", "https://localhost:8080/");
    row(u"localhost/a", "https://localhost/a");
    row(u"127.0.0.1", "https://127.0.0.1/");
    row(u"127.0.0.1:8080/x", "https://127.0.0.1:8080/x");
    row(u"[::1]", "https://[::1]/");
    row(u"[::1]:8080/x", "https://[::1]:8080/x");
    row(u"münchen.de/straße", "https://xn--mnchen-3ya.de/stra%C3%9Fe");
    row(u"my_host.example.com", "https://my_host.example.com/");
    row(u"example.com/a@b", "https://example.com/a@b");
}

void TestNormalizeUrl::readsTextWithoutASchemeAsHttps()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, url);
    QCOMPARE(normalized(text), url);
}

void TestNormalizeUrl::keepsOtherSchemesAsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("file in capitals and with a space") << QStringLiteral("FILE:///Home/My File.txt");
    QTest::newRow("ftp") << QStringLiteral("ftp://example.com/a");
    QTest::newRow("data") << QStringLiteral("data:text/plain,hello world");
    QTest::newRow("javascript") << QStringLiteral("javascript:alert('hello world')");
    QTest::newRow("mailto") << QStringLiteral("mailto:somebody@example.com");
    QTest::newRow("a telephone number is no port") << QStringLiteral("tel:110");
    QTest::newRow("web socket") << QStringLiteral("wss://example.com/socket");
    QTest::newRow("any scheme with an authority") << QStringLiteral("git+ssh://example.com/a.git");
    QTest::newRow("a scheme that starts like http") << QStringLiteral("httpx://example.com/");
    QTest::newRow("text that is no ASCII") << QStringLiteral("ftp://example.com/é");
}

void TestNormalizeUrl::keepsOtherSchemesAsWritten()
{
    QFETCH(QString, text);
    QCOMPARE(normalizeUrl(u' ' + text + u' '),
             (std::variant<NormalizedUrl, UrlProblem>(NormalizedUrl(UrlScheme::Other, text.toUtf8()))));
}

void TestNormalizeUrl::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<UrlProblem>("problem");
    const auto row = [](const char *name, QStringView text, UrlProblem problem) {
        QTest::newRow(name) << text.toString() << problem;
    };
    row("a null text", {}, UrlProblem::Empty);
    row("white space", u" \t\r\n\u00a0", UrlProblem::Empty);

    row("a lone word", u"word", UrlProblem::NotAUrl);
    row("two words", u"foo bar", UrlProblem::NotAUrl);
    row("a sentence", u"See https://example.com for more.", UrlProblem::NotAUrl);
    row("a sentence with a label", u"Note: this is no URL", UrlProblem::NotAUrl);
    row("a sentence that starts with a scheme's name", u"Data: see below", UrlProblem::NotAUrl);
    row("an abbreviation", u"e.g.", UrlProblem::NotAUrl);
    row("a word and its full stop", u"Hello.", UrlProblem::NotAUrl);
    row("table cells", u"1\thttp://h.com/\tok", UrlProblem::NotAUrl);
    row("a decimal number", u"3.14", UrlProblem::NotAUrl);
    row("a version", u"v1.2.3", UrlProblem::NotAUrl);
    row("an address with an octal number", u"192.168.010.1", UrlProblem::NotAUrl);
    row("a date", u"24.12.2026", UrlProblem::NotAUrl);
    row("an amount", u"1,234.56", UrlProblem::NotAUrl);
    row("a time", u"12:30", UrlProblem::NotAUrl);
    row("a key and a value", u"key:value", UrlProblem::NotAUrl);
    row("a word and a number", u"line:12", UrlProblem::NotAUrl);
    row("a bare scheme", u"mailto:", UrlProblem::NotAUrl);
    row("a mail address", u"somebody@example.com", UrlProblem::NotAUrl);
    row("a path", u"/usr/share/doc.txt", UrlProblem::NotAUrl);
    row("a Windows path", u"C:\\Users\\me\\list.txt", UrlProblem::NotAUrl);
    row("a Windows path with slashes", u"C://Users/me/list.txt", UrlProblem::NotAUrl);
    row("a Markdown link", u"[text](http://h.com/)", UrlProblem::NotAUrl);
    row("a footnote", u"[1]", UrlProblem::NotAUrl);
    row("a tag", u"<a.b>", UrlProblem::NotAUrl);
    row("dots", u"...", UrlProblem::NotAUrl);
    row("an empty label", u"a..com", UrlProblem::NotAUrl);
    row("a host and a word for a port", u"example.com:http", UrlProblem::NotAUrl);

    row("http and nothing", u"http://", UrlProblem::NoHost);
    row("a bare http", u"http:", UrlProblem::NoHost);
    row("a port only", u"http://:80/", UrlProblem::NoHost);
    row("a user only", u"http://user@/", UrlProblem::NoHost);
    row("a query only", u"http://?q", UrlProblem::NoHost);

    row("an escaped slash in the host", u"http://a%2fb.com/", UrlProblem::BadHost);
    row("an escaped NUL in the host", u"http://a%00b.com/", UrlProblem::BadHost);
    row("a stray percent sign in the host", u"http://100%.com/", UrlProblem::BadHost);
    row("a host of nothing but a soft hyphen", u"http://\u00ad/", UrlProblem::BadHost);
    row("an IPv4 address out of range", u"http://256.1.1.1/", UrlProblem::BadHost);
    row("an IPv4 address of five numbers", u"http://1.2.3.4.5/", UrlProblem::BadHost);
    row("a name that ends in a number", u"http://v1.2.3/", UrlProblem::BadHost);
    row("an unclosed bracket", u"http://[::1/", UrlProblem::BadHost);
    row("no IPv6 address", u"http://[::G]/", UrlProblem::BadHost);
    row("an address of a future IP version", u"http://[v1.a]/", UrlProblem::BadHost);
    row("text behind the bracket", u"http://[::1]x/", UrlProblem::BadHost);

    row("a port too great", u"http://h.com:65536/", UrlProblem::BadPort);
    row("a port that overflows", u"http://h.com:99999999999999999999/", UrlProblem::BadPort);
    row("a negative port", u"http://h.com:-1/", UrlProblem::BadPort);
    row("a port with a sign", u"http://h.com:+80/", UrlProblem::BadPort);
    row("a word for a port", u"http://h.com:http/", UrlProblem::BadPort);
    row("an Arabic port", u"http://h.com:\u0661/", UrlProblem::BadPort);
    row("a port too great, without a scheme", u"example.com:65536", UrlProblem::BadPort);

    row("a control character without a scheme", u"h.com/\u0001a", UrlProblem::BadCharacter);
    row("a replacement character without a scheme", u"h.com/\ufffd", UrlProblem::BadCharacter);
    row("a control character behind another scheme", u"ftp://h.com/\u0001a", UrlProblem::BadCharacter);
    row("a forbidden character in the host of another scheme", u"ssh://a|b/", UrlProblem::BadHost);
    row("a port too great of another scheme", u"ssh://a:65536/", UrlProblem::BadPort);
}

void TestNormalizeUrl::refuses()
{
    QFETCH(QString, text);
    QFETCH(UrlProblem, problem);
    QCOMPARE(normalized(text), QByteArray("problem: ") + sentence(problem));
}

void TestNormalizeUrl::tellsDamagedText()
{
    constexpr std::array<char16_t, 3> loneSurrogate = {u'a', 0xd800, u'b'};
    QVERIFY(isDamaged(loneSurrogate));
    QVERIFY(isDamaged(u"a\ufffd"));
    QVERIFY(isDamaged(u"a\u0001"));
    QVERIFY(isDamaged(u"a\u0081"));
    QVERIFY(isDamaged(QStringView(u"a\0", 2)));
    QVERIFY(!isDamaged(u"a \t\u00e9\U0001F600"));
    QCOMPARE(normalized(joined(u"http://h.com/", loneSurrogate)), "http://h.com/a%EF%BF%BDb");
}

void TestNormalizeUrl::randomTextGivesAStableUrlOrAProblem()
{
    static constexpr std::array<QStringView, 56> pieces = {
        u"http",   u"https", u"HTTP",   u"ftp", u":",      u"/",         u"//",          u"\\",
        u"?",      u"#",     u"@",      u"%",   u"%2e",    u"%41",       u"%2F",         u"%ff",
        u".",      u"..",    u"-",      u"_",   u"[",      u"]",         u"::1",         u"1",
        u"255",    u"0x7f",  u"80",     u"443", u"65536",  u"a",         u"B",           u"com",
        u"xn--",   u"kva",   u"ü",      u"ß",   u"\u3002", u"\u200b",    u"～",          u"\u0000",
        u"\u0001", u" ",     u"\t",     u"'",   u"\"",     u"<",         u"|",           u"^",
        u"+",      u"&=",    u"\u00ad", u"٣",   u"\ufffd", u"localhost", u"example.com", u"127.0.0.1"};
    QRandomGenerator random(20261122);
    int urls = 0;
    for (int round = 0; round < 60'000; ++round) {
        QString text = round % 2 == 0 ? QStringLiteral("http://") : QString();
        for (int i = random.bounded(1, 9); i > 0; --i) {
            if (random.bounded(50) == 0)
                text += QChar(static_cast<char16_t>(random.bounded(0x10000)));
            else
                text += pieces[random.bounded(static_cast<quint32>(pieces.size()))];
        }
        const auto reading = normalizeUrl(text);
        const auto *url = std::get_if<NormalizedUrl>(&reading);
        if (url == nullptr || url->scheme == UrlScheme::Other)
            continue;
        ++urls;
        const QByteArray context = text.toUtf8() + " -> " + url->url;
        QVERIFY2(normalizeUrl(QString::fromLatin1(url->url)) == reading, context);
        QVERIFY2(schemeOf(url->url) == url->scheme, context);
        QVERIFY2(QByteArrayView(url->url).isValidUtf8() && !url->url.contains(' '), context);
    }
    QVERIFY2(urls > 5'000, QByteArray::number(urls));
}

void TestNormalizeUrl::keepsTheLengthLimit()
{
    const QByteArray stem = "http://h.com/";
    const QString longest = QString::fromLatin1(stem.leftJustified(maximumUrlBytes, 'a'));
    QCOMPARE(normalized(longest), longest.toLatin1());
    QCOMPARE(normalizeUrl(longest + u'a'), (std::variant<NormalizedUrl, UrlProblem>(UrlProblem::TooLong)));

    const QString grows = QString::fromLatin1(stem) + QString(maximumUrlBytes / 4, u'é');
    QCOMPARE(normalizeUrl(grows), (std::variant<NormalizedUrl, UrlProblem>(UrlProblem::TooLong)));
    const QString otherGrows = QStringLiteral("ftp://") + QString(maximumUrlBytes - 100, u'é');
    QCOMPARE(normalizeUrl(otherGrows), (std::variant<NormalizedUrl, UrlProblem>(UrlProblem::TooLong)));
}

void TestNormalizeUrl::schemeOfAnEntry()
{
    QCOMPARE(schemeOf("http://h.com/"), UrlScheme::Http);
    QCOMPARE(schemeOf("https://h.com/"), UrlScheme::Https);
    QCOMPARE(schemeOf("httpx://h.com/"), UrlScheme::Other);
    QCOMPARE(schemeOf("file:///http://h.com/"), UrlScheme::Other);
    QCOMPARE(schemeOf(QByteArray()), UrlScheme::Other);
}

void TestNormalizeUrl::everyProblemHasItsOwnSentence()
{
    QSet<QByteArray> sentences;
    for (int i = 0; i <= static_cast<int>(UrlProblem::NotARedirect); ++i) {
        const QByteArray text = sentence(static_cast<UrlProblem>(i));
        QVERIFY2(text.endsWith('.') && text.count('.') <= 2, text);
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), static_cast<qsizetype>(UrlProblem::NotARedirect) + 1);
}

QTEST_APPLESS_MAIN(TestNormalizeUrl)
#include "tst_normalizeurl.moc"
