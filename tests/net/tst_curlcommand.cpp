// SPDX-License-Identifier: MIT
#include "core/net/curlcommand.h"

#include <QProcess>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

class TestCurlCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlainCallIsShort();
    void saysMethodHeadersAndBody();
    void aHeadRequestHasNoBody();
    void saysHowTheServerIsReached();
    void secretsAreRedactedUnlessAskedFor();
    void urlsOfOtherSchemesAreNeverCalled();
    void theShellReadsBackWhatWasQuoted_data();
    void theShellReadsBackWhatWasQuoted();
    void aBodyWithANulComesThroughAPipe();

private:
    static FetchRequest request(const QByteArray &url)
    {
        FetchRequest request;
        request.url = url;
        request.userAgent = "Rollcall/1";
        return request;
    }
    static QByteArray command(const FetchRequest &request, CurlSecrets secrets = CurlSecrets::Redacted)
    {
        return curlCommand(request, transport(), secrets);
    }
    static TransportOptions transport()
    {
        TransportOptions transport;
        transport.engine = EngineKind::Exact;
        return transport;
    }
    /// What a POSIX shell does with \a script.
    static QByteArray shell(const QByteArray &script)
    {
        QProcess process;
        process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
        process.write(script);
        process.closeWriteChannel();
        process.waitForFinished();
        return process.readAllStandardOutput();
    }
};

void TestCurlCommand::aPlainCallIsShort()
{
    QCOMPARE(command(request("https://example.org/a?b=c#part")),
             QByteArray("curl --user-agent Rollcall/1 --compressed --location --max-redirs 10 "
                        "--connect-timeout 10 --max-time 30 --http2 'https://example.org/a?b=c'"));
}

void TestCurlCommand::saysMethodHeadersAndBody()
{
    FetchRequest post = request("http://a/");
    post.method = "PUT";
    post.headers = {{"X-Trace", "it's on"}};
    post.body = "{\"a\": 1}\n";
    const QByteArray text = command(post);
    QVERIFY(text.contains(" --request PUT --data-raw '{\"a\": 1}\n' "));
    QVERIFY(text.contains(" --header 'X-Trace: it'\\''s on' "));
    QVERIFY(text.contains(" --header Content-Type: "));
    post.headers = {{"content-type", "application/json"}};
    QVERIFY(command(post).contains(" --header 'content-type: application/json' "));
    QVERIFY(!command(post).contains(" Content-Type: "));

    FetchRequest empty = request("http://a/");
    empty.method = "POST";
    QVERIFY(command(empty).startsWith("curl --data-raw '' "));
}

void TestCurlCommand::aHeadRequestHasNoBody()
{
    FetchRequest head = request("http://a/");
    head.method = "HEAD";
    head.body = "never sent";
    QVERIFY(command(head).startsWith("curl --head "));
    QVERIFY(!command(head).contains("never sent"));
}

void TestCurlCommand::saysHowTheServerIsReached()
{
    TransportOptions options = transport();
    options.allowHttp2 = false;
    options.verifyTls = false;
    options.caFile = QStringLiteral("/my certs/ca.pem");
    options.clientCertificateFile = QStringLiteral("me.pem");
    options.ipVersion = IpVersion::V6;
    options.hostOverrides = {{QStringLiteral("a"), QHostAddress(QStringLiteral("::1"))}};
    options.proxy = *ProxySetting::fromText(QStringLiteral("socks5://user:word@proxy.example:1080"));
    FetchRequest narrow = request("http://a/{x}");
    narrow.maxRedirects = 0;
    narrow.timeout = 1500ms;
    const QByteArray text = curlCommand(narrow, options);
    for (const char *part :
         {" --http1.1 ", " --insecure ", " --cacert '/my certs/ca.pem' ", " --cert me.pem ", " --ipv6 ",
          " --resolve 'a:80:[::1]' ", " --resolve 'a:443:[::1]' ", " --max-time 1.5 ", " --globoff ",
          " --proxy 'socks5h://user:***@proxy.example:1080' "})
        QVERIFY2(text.contains(part), text + " lacks" + part);
    QVERIFY(!text.contains("--location"));
    options.proxy = ProxySetting(ProxySetting::Kind::None);
    QVERIFY(curlCommand(narrow, options).contains(" --noproxy '*' "));
}

void TestCurlCommand::secretsAreRedactedUnlessAskedFor()
{
    FetchRequest secret = request("https://user:pass%40word@example.org/a:b@c");
    secret.headers = {{"Authorization", "Bearer hidden"}, {"X-Api-Key", "hidden"}, {"Accept", "shown"}};
    const QByteArray redacted = command(secret);
    QVERIFY(redacted.endsWith(" 'https://user:***@example.org/a:b@c'"));
    QVERIFY(redacted.contains(" 'Authorization: ***' "));
    QVERIFY(redacted.contains(" 'X-Api-Key: ***' "));
    QVERIFY(redacted.contains(" 'Accept: shown' "));
    QVERIFY(!redacted.contains("hidden") && !redacted.contains("pass"));
    const QByteArray whole = command(secret, CurlSecrets::Included);
    QVERIFY(whole.contains("Bearer hidden") && whole.endsWith("https://user:pass%40word@example.org/a:b@c"));
    QVERIFY(command(request("https://example.org/a:b@c")).endsWith(" https://example.org/a:b@c"));
}

void TestCurlCommand::urlsOfOtherSchemesAreNeverCalled()
{
    QCOMPARE(command(request("ftp://example.org/")), QByteArray());
}

void TestCurlCommand::theShellReadsBackWhatWasQuoted_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::newRow("plain") << QByteArray("https://example.org/a");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("quotes") << QByteArray("it's \"so\" `x` $(y) $z \\ ''");
    QTest::newRow("lines") << QByteArray("a\nb\tc\\n");
    QTest::newRow("words and marks") << QByteArray("a b;c&d|e>f<g*h?i[j]k~l#m!n{o}");
    QTest::newRow("beyond ASCII") << QByteArray("ä\xff\x01");
    QTest::newRow("a tilde first") << QByteArray("~root");
}

void TestCurlCommand::theShellReadsBackWhatWasQuoted()
{
    QFETCH(QByteArray, argument);
    QCOMPARE(shell("printf %s " + shellQuoted(argument)), argument);
}

void TestCurlCommand::aBodyWithANulComesThroughAPipe()
{
    FetchRequest post = request("http://a/");
    post.method = "POST";
    post.body = QByteArray("100%\0'\\n\xff", 9);
    QCOMPARE(shell("curl() { cat; }\n" + command(post)), post.body);
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
