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

void TestFetcherTls::anUnusableCaFileIsNamed()
{
    QVERIFY(checkCaFile(QString()).isEmpty());
    QVERIFY(checkCaFile(m_authority.caFile()).isEmpty());
    QVERIFY(checkCaFile(QStringLiteral("/no/such.pem")).contains(QStringLiteral("/no/such.pem")));
    const QString thisProgram = QCoreApplication::applicationFilePath();
    QVERIFY(checkCaFile(thisProgram).contains(thisProgram));
}

QTEST_GUILESS_MAIN(TestFetcherTls)
#include "tst_fetchertls.moc"
