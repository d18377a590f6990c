// SPDX-License-Identifier: MIT
#include "tests/net/fetchertest.h"
#include "tests/support/opensslserver.h"
#include "tests/support/testauthority.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestFetcherTls : public FetcherTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aTrustedServerIsReportedWithItsTlsFacts();
    void certificateProblemsAreToldApart_data();
    void certificateProblemsAreToldApart();
    void aWeakKeyIsNamed();
    void withoutVerificationEveryCertificateWillDo();
    void theFactsOfABadCertificateAreStillReported();
    void aPlainServerBehindHttpsIsAHandshakeFailure();
    void aNameInTheSubjectAloneIsNotEnough();
    void anUntrustedAndExpiredCertificateIsToldAsExpired();
    void aTlsServerBehindHttpIsNoHttp();
    void anEndWithinTheHandshakeIsNamed_data();
    void anEndWithinTheHandshakeIsNamed();
    void anAlertOfTheServerIsAHandshakeFailure();
    void aBodyCutWithoutACloseNotifyIsTruncated();
    void aClientCertificateIsShown();
    void anHttpsProxyIsUsedIfItIsTrusted();
    void redirectsFromHttpsToHttpAreRefusedUnlessAllowed();
    void anUnusableCaFileIsNamed();

private:
    FetchResult fetch(const QByteArray &url, bool verify = true, bool trustAuthority = true);

    TestAuthority m_authority;
};

void TestFetcherTls::initTestCase()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("this Qt has no TLS");
    QVERIFY2(!m_authority.caFile().isEmpty(), qPrintable(m_authority.errorString()));
}

FetchResult TestFetcherTls::fetch(const QByteArray &url, bool verify, bool trustAuthority)
{
    TransportOptions options;
    options.verifyTls = verify;
    if (trustAuthority)
        options.caFile = m_authority.caFile();
    useOptions(options);
    FetchRequest asked = request("/");
    asked.url = url;
    return FetcherTest::fetch(asked);
}

void TestFetcherTls::aTrustedServerIsReportedWithItsTlsFacts()
{
    FaultServer server;
    const ServerCertificate certificate =
        m_authority.issue(CertificateRequest({QStringLiteral("127.0.0.1")}));
    server.useTls(certificate.configuration());
    QVERIFY(server.listen());
    server.on("/", Script{Send(httpResponse(200, {}, "secret"))});
    const FetchResult result = fetch(server.url("/"));
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 6);
    QCOMPARE(result.tlsVersion, QByteArray("1.3"));
    const QDateTime expires = certificate.configuration().localCertificate().expiryDate();
    QVERIFY(expires.isValid());
    QCOMPARE(result.certificateExpires, expires.toUTC());
    QCOMPARE(result.certificateIssuer,
             m_authority.caCertificate().subjectInfo(QSslCertificate::CommonName).value(0));
    QVERIFY(!result.certificates.isEmpty());
    const CertificateFacts &own = result.certificates.constFirst();
    QCOMPARE(own.names, QStringList{QStringLiteral("127.0.0.1")});
    QCOMPARE(own.issuer, result.certificateIssuer);
    QCOMPARE(own.expires, result.certificateExpires);
    QVERIFY(own.validFrom && *own.validFrom < expires);
    const bool tellsPhasesApart = engine() == EngineKind::Exact;
    QCOMPARE(result.times.connect.has_value(), tellsPhasesApart);
    QCOMPARE(result.times.tls.has_value(), tellsPhasesApart);
}

void TestFetcherTls::certificateProblemsAreToldApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<CertificateFlaw>("flaw");
    QTest::addColumn<bool>("trustAuthority");
    QTest::addColumn<ErrorKind>("error");
    const QString here = QStringLiteral("127.0.0.1");
    QTest::newRow("expired") << here << CertificateFlaw::Expired << true << ErrorKind::CertificateExpired;
    QTest::newRow("not yet valid") << here << CertificateFlaw::NotYetValid << true
                                   << ErrorKind::CertificateNotYetValid;
    QTest::newRow("self-signed") << here << CertificateFlaw::SelfSigned << true
                                 << ErrorKind::CertificateSelfSigned;
    QTest::newRow("another host") << QStringLiteral("other.example") << CertificateFlaw::None << true
                                  << ErrorKind::CertificateHostnameMismatch;
    QTest::newRow("unknown authority")
        << here << CertificateFlaw::None << false << ErrorKind::CertificateUntrusted;
}

void TestFetcherTls::certificateProblemsAreToldApart()
{
    QFETCH(const QString, name);
    QFETCH(const CertificateFlaw, flaw);
    QFETCH(const bool, trustAuthority);
    QFETCH(const ErrorKind, error);
    FaultServer server;
    server.useTls(m_authority.issue(CertificateRequest({name}, flaw)).configuration());
    QVERIFY(server.listen());
    server.on("/", Script{Send(httpResponse(200, {}, "secret"))});
    const FetchResult result = fetch(server.url("/"), true, trustAuthority);
    QCOMPARE(errorKindInfo(result.error).slug, errorKindInfo(error).slug);
    QCOMPARE(result.status, 0);
    QCOMPARE(server.requestCount("/"), 0); // nothing was sent to a server that is not trusted
}

void TestFetcherTls::aWeakKeyIsNamed()
{
    const OpensslServer server(
        m_authority.issue(CertificateRequest({QStringLiteral("127.0.0.1")}, CertificateFlaw::WeakKey)));
    QVERIFY(server.port() != 0);
    const FetchResult result = fetch("https://127.0.0.1:" + QByteArray::number(server.port()) + '/');
    QCOMPARE(errorKindInfo(result.error).slug, "certificate-weak");
}

void TestFetcherTls::withoutVerificationEveryCertificateWillDo()
{
    FaultServer server;
    const CertificateRequest bad({QStringLiteral("other.example")}, CertificateFlaw::Expired);
    server.useTls(m_authority.issue(bad).configuration());
    QVERIFY(server.listen());
    server.on("/", Script{Send(httpResponse(200, {}, "secret"))});
    const FetchResult result = fetch(server.url("/"), false, false);
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QCOMPARE(result.bodyBytes, 6);
}

void TestFetcherTls::theFactsOfABadCertificateAreStillReported()
{
    FaultServer server;
    const ServerCertificate expired =
        m_authority.issue(CertificateRequest({QStringLiteral("127.0.0.1")}, CertificateFlaw::Expired));
    server.useTls(expired.configuration());
    QVERIFY(server.listen());
    const FetchResult result = fetch(server.url("/"));
    QCOMPARE(result.error, ErrorKind::CertificateExpired);
    QCOMPARE(result.certificateExpires, expired.configuration().localCertificate().expiryDate().toUTC());
}

void TestFetcherTls::aPlainServerBehindHttpsIsAHandshakeFailure()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.onConnect(Script{Send(httpResponse(400, {}, "this port speaks no TLS"))});
    const FetchResult result = fetch(server.url("/").replace("http://", "https://"));
    QCOMPARE(errorKindInfo(result.error).slug, "tls-handshake");
    QVERIFY(!result.errorDetail.isEmpty());
}

/// One of Qt's deviations: it takes the common name though there are other names.
void TestFetcherTls::aNameInTheSubjectAloneIsNotEnough()
{
    FaultServer secure;
    CertificateRequest asked({QStringLiteral("other.example")});
    asked.commonName = QStringLiteral("localhost");
    secure.useTls(m_authority.issue(asked).configuration());
    QVERIFY(secure.listen());
    secure.on("/", answer(200, "ok"));
    const FetchResult result = fetch(secure.url("/", "localhost"));
    const bool isExact = engine() == EngineKind::Exact;
    QCOMPARE(errorKindInfo(result.error).slug, isExact ? "certificate-hostname-mismatch" : "");
}

void TestFetcherTls::anUntrustedAndExpiredCertificateIsToldAsExpired()
{
    FaultServer secure;
    const CertificateRequest asked({QStringLiteral("other.example")}, CertificateFlaw::Expired);
    secure.useTls(m_authority.issue(asked).configuration());
    QVERIFY(secure.listen());
    QCOMPARE(errorKindInfo(fetch(secure.url("/"), true, false).error).slug, "certificate-expired");
}

/// The other of Qt's: rubbish in place of an answer is to it a connection that was closed.
void TestFetcherTls::aTlsServerBehindHttpIsNoHttp()
{
    FaultServer secure;
    secure.useTls(m_authority.issue(CertificateRequest({QStringLiteral("127.0.0.1")})).configuration());
    QVERIFY(secure.listen());
    const FetchResult result = fetch(secure.url("/").replace("https://", "http://"));
    QVERIFY2(result.error == ErrorKind::MalformedResponse || result.error == ErrorKind::ConnectionClosed ||
                 result.error == ErrorKind::ConnectionReset,
             errorKindInfo(result.error).slug);
    QCOMPARE(result.status, 0);
}

void TestFetcherTls::anEndWithinTheHandshakeIsNamed_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestFetcherTls::anEndWithinTheHandshakeIsNamed()
{
    QFETCH(const bool, isReset);
    server().onConnect(isReset ? Script{Wait(20ms), Reset{}} : Script{Wait(20ms), Close{}});
    const FetchResult result = fetch(server().url("/").replace("http://", "https://"));
    // Closing what nobody has read is a reset, too.
    QVERIFY2(result.error == ErrorKind::ConnectionReset ||
                 (result.error == ErrorKind::ConnectionClosed && (!isReset || engine() == EngineKind::Qt)),
             errorKindInfo(result.error).slug);
    QCOMPARE(server().connectionCount(), 1);
}

void TestFetcherTls::anAlertOfTheServerIsAHandshakeFailure()
{
    const QByteArray handshakeFailure("\x15\x03\x03\x00\x02\x02\x28", 7); // RFC 8446, section 6
    server().onConnect(Script{Send(handshakeFailure), WaitForever{}});
    const FetchResult result = fetch(server().url("/").replace("http://", "https://"));
    QCOMPARE(errorKindInfo(result.error).slug, "tls-handshake");
    QVERIFY(!result.errorDetail.isEmpty());
    QVERIFY2(!result.errorDetail.contains(QStringLiteral("127.0.0.1")), qPrintable(result.errorDetail));
}

/// To Qt's own manager any end will do where no length was announced.
void TestFetcherTls::aBodyCutWithoutACloseNotifyIsTruncated()
{
    FaultServer secure;
    secure.useTls(m_authority.issue(CertificateRequest({QStringLiteral("127.0.0.1")})).configuration());
    QVERIFY(secure.listen());
    secure.on("/", Script{Send("HTTP/1.1 200 OK\r\n\r\nhello"), Wait(20ms), Reset{}});
    const FetchResult result = fetch(secure.url("/"));
    const bool isExact = engine() == EngineKind::Exact;
    QCOMPARE(errorKindInfo(result.error).slug, isExact ? "connection-reset" : "");
    QCOMPARE(result.bodyBytes, 5);
}

void TestFetcherTls::aClientCertificateIsShown()
{
    FaultServer secure;
    const ServerCertificate own = m_authority.issue(CertificateRequest({QStringLiteral("127.0.0.1")}));
    QSslConfiguration configuration = own.configuration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCaCertificates({m_authority.caCertificate()});
    secure.useTls(configuration);
    QVERIFY(secure.listen());
    secure.on("/", answer(200, "ok"));
    TransportOptions options;
    options.caFile = m_authority.caFile();
    useOptions(options);
    FetchRequest asked = request("/");
    asked.url = secure.url("/");
    QVERIFY(FetcherTest::fetch(asked).error != ErrorKind::None);
    const ServerCertificate client = m_authority.issue(CertificateRequest({QStringLiteral("client")}));
    options.clientCertificateFile = client.certificateFile;
    options.clientKeyFile = client.keyFile;
    QCOMPARE(checkTransport(options), QString());
    useOptions(options);
    QCOMPARE(errorKindInfo(FetcherTest::fetch(asked).error).slug, "");
    options.clientKeyFile = m_authority.caFile();
    QVERIFY(checkTransport(options).contains(m_authority.caFile()));
    options.clientCertificateFile.clear();
    QVERIFY(!checkTransport(options).isEmpty());
}

void TestFetcherTls::anHttpsProxyIsUsedIfItIsTrusted()
{
    FaultServer proxy;
    proxy.useTls(m_authority.issue(CertificateRequest({QStringLiteral("127.0.0.1")})).configuration());
    QVERIFY(proxy.listen());
    proxy.on("http://name.test/", answer(200, "through"));
    TransportOptions options;
    options.engine = engine();
    options.caFile = m_authority.caFile();
    options.proxy = *ProxySetting::fromText(QStringLiteral("https://127.0.0.1:%1").arg(proxy.port()));
    if (engine() == EngineKind::Qt) {
        QVERIFY(checkTransport(options).contains(QStringLiteral("proxy"))); // it would speak to it in clear
        return;
    }
    FetchRequest asked = request("/");
    asked.url = "http://name.test/";
    useOptions(options);
    const FetchResult result = FetcherTest::fetch(asked);
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QCOMPARE(result.bodyBytes, 7);
    options.caFile.clear();
    useOptions(options);
    QCOMPARE(errorKindInfo(FetcherTest::fetch(asked).error).slug, "proxy-error");
    QCOMPARE(proxy.requestCount("http://name.test/"), 1);
}

void TestFetcherTls::redirectsFromHttpsToHttpAreRefusedUnlessAllowed()
{
    FaultServer secure;
    secure.useTls(m_authority.issue(CertificateRequest({QStringLiteral("127.0.0.1")})).configuration());
    QVERIFY(secure.listen());
    secure.on("/", Script{Send(redirect(302, server().url("/end")))});
    server().on("/end", answer(200, "end"));
    const FetchResult refused = fetch(secure.url("/"));
    QCOMPARE(errorKindInfo(refused.error).slug, "redirect-blocked");
    QCOMPARE(refused.status, 302);
    QVERIFY(server().requests().isEmpty());
    FetchRequest allowed = request("/");
    allowed.url = secure.url("/");
    allowed.allowDowngrade = true;
    QCOMPARE(errorKindInfo(FetcherTest::fetch(allowed).error).slug, "");
    QCOMPARE(server().requestCount("/end"), 1);
}

void TestFetcherTls::anUnusableCaFileIsNamed()
{
    TransportOptions options;
    QVERIFY(checkTransport(options).isEmpty());
    options.caFile = m_authority.caFile();
    QVERIFY(checkTransport(options).isEmpty());
    options.caFile = QStringLiteral("/no/such.pem");
    QVERIFY(checkTransport(options).contains(QStringLiteral("/no/such.pem")));
    options.caFile = QCoreApplication::applicationFilePath();
    QVERIFY(checkTransport(options).contains(options.caFile));
}

QTEST_GUILESS_MAIN(TestFetcherTls)
#include "tst_fetchertls.moc"
