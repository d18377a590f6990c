// SPDX-License-Identifier: MIT
#include "tests/support/testauthority.h"

#include "tests/support/faultserver.h"
#include "tests/support/opensslserver.h"
#include "tests/support/threadedfaultserver.h"

#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using namespace rollcall::test;

namespace {

const QStringList names{QStringLiteral("localhost"), QStringLiteral("127.0.0.1")};

} // namespace

class tst_TestAuthority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesACertificateThatItsClientsTrust();
    void makesFlawedCertificates_data();
    void makesFlawedCertificates();
    void namesTheHostsAskedFor();
    void makesWeakCertificates();
    void servesWeakCertificatesFromAnotherProcess();
    void aCertificateThatCannotBeServedEndsTheConnection();
    void saysWhatTheToolSaid();
    void worksInAnotherThread();

private:
    QSslConfiguration trusting();
    QList<QSslError::SslError> errorsOfClient(const CertificateRequest &request);

    TestAuthority m_authority;
};

// A client's configuration that trusts this authority and nobody else.
QSslConfiguration tst_TestAuthority::trusting()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({m_authority.caCertificate()});
    return configuration;
}

// What a trusting client has against a server at "localhost" with such a certificate.
QList<QSslError::SslError> tst_TestAuthority::errorsOfClient(const CertificateRequest &request)
{
    FaultServer server;
    server.useTls(m_authority.issue(request).configuration());
    server.listen();
    QSslSocket client;
    client.setSslConfiguration(trusting());
    client.connectToHostEncrypted(QStringLiteral("localhost"), server.port());
    const bool over = QTest::qWaitFor(
        [&client] { return client.isEncrypted() || client.state() == QAbstractSocket::UnconnectedState; });
    QList<QSslError::SslError> errors;
    for (const QSslError &error : client.sslHandshakeErrors())
        errors.append(error.error());
    if (!over || client.isEncrypted() != errors.isEmpty())
        errors.append(QSslError::UnspecifiedError);
    return errors;
}

void tst_TestAuthority::servesACertificateThatItsClientsTrust()
{
    FaultServer server;
    server.useTls(m_authority.issue(CertificateRequest(names)).configuration());
    server.on("/", {Send(httpResponse(200, {}, "secret")), Close()});
    QVERIFY(server.listen());
    QCOMPARE(server.url("/", "localhost"), "https://localhost:" + QByteArray::number(server.port()) + '/');

    QSslSocket client;
    client.setSslConfiguration(trusting());
    client.connectToHostEncrypted(QStringLiteral("localhost"), server.port());
    client.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client.sslHandshakeErrors(), QList<QSslError>());
    QCOMPARE(client.readAll(), httpResponse(200, {}, "secret"));
    const QStringList expected{QStringLiteral("connected 1"), QStringLiteral("encrypted 1"),
                               QStringLiteral("request 1 GET /"), QStringLiteral("closed 1")};
    QTRY_COMPARE(server.log(), expected);
}

void tst_TestAuthority::makesFlawedCertificates_data()
{
    QTest::addColumn<CertificateFlaw>("flaw");
    QTest::addColumn<QStringList>("subjects");
    QTest::addColumn<QList<QSslError::SslError>>("errors");

    using Errors = QList<QSslError::SslError>;
    QTest::newRow("none") << CertificateFlaw::None << names << Errors{};
    QTest::newRow("expired") << CertificateFlaw::Expired << names << Errors{QSslError::CertificateExpired};
    QTest::newRow("not yet valid") << CertificateFlaw::NotYetValid << names
                                   << Errors{QSslError::CertificateNotYetValid};
    QTest::newRow("self-signed") << CertificateFlaw::SelfSigned << names
                                 << Errors{QSslError::SelfSignedCertificate};
    QTest::newRow("wrong host") << CertificateFlaw::None << QStringList{QStringLiteral("example.org")}
                                << Errors{QSslError::HostNameMismatch};
}

void tst_TestAuthority::makesFlawedCertificates()
{
    QFETCH(CertificateFlaw, flaw);
    QFETCH(QStringList, subjects);
    QFETCH(QList<QSslError::SslError>, errors);
    QCOMPARE(errorsOfClient(CertificateRequest(subjects, flaw)), errors);
    QCOMPARE(m_authority.errorString(), QString());
}

void tst_TestAuthority::namesTheHostsAskedFor()
{
    CertificateRequest request({QStringLiteral("one.example"), QStringLiteral("127.0.0.2")});
    request.commonName = QStringLiteral("two.example");
    const ServerCertificate issued = m_authority.issue(request);
    const QSslCertificate certificate = issued.configuration().localCertificate();
    QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName),
             QStringList{QStringLiteral("two.example")});
    const auto alternatives = certificate.subjectAlternativeNames();
    QCOMPARE(alternatives.value(QSsl::DnsEntry), QStringLiteral("one.example"));
    QCOMPARE(alternatives.value(QSsl::IpAddressEntry), QStringLiteral("127.0.0.2"));
}

void tst_TestAuthority::makesWeakCertificates()
{
    const ServerCertificate weakKey = m_authority.issue(CertificateRequest(names, CertificateFlaw::WeakKey));
    QCOMPARE(weakKey.configuration().privateKey().length(), 1024);
    const ServerCertificate sha1 =
        m_authority.issue(CertificateRequest(names, CertificateFlaw::WeakSignature));
    QVERIFY(sha1.configuration().localCertificate().toText().contains(QStringLiteral("ecdsa-with-SHA1")));
}

void tst_TestAuthority::servesWeakCertificatesFromAnotherProcess()
{
    const OpensslServer server(m_authority.issue(CertificateRequest(names, CertificateFlaw::WeakKey)));
    QVERIFY(server.port() != 0);

    QSslSocket strict;
    strict.setSslConfiguration(trusting());
    strict.connectToHostEncrypted(QStringLiteral("localhost"), server.port());
    QTRY_COMPARE(strict.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(strict.error(), QAbstractSocket::SslHandshakeFailedError);

    QSslSocket careless;
    careless.setPeerVerifyMode(QSslSocket::VerifyNone);
    careless.connectToHostEncrypted(QStringLiteral("localhost"), server.port());
    careless.write("GET / HTTP/1.0\r\n\r\n");
    QTRY_VERIFY(careless.bytesAvailable() > 12);
    QVERIFY(careless.readAll().startsWith("HTTP/1.0 200 "));
}

void tst_TestAuthority::aCertificateThatCannotBeServedEndsTheConnection()
{
    ServerCertificate mixed = m_authority.issue(CertificateRequest(names));
    mixed.keyFile = m_authority.issue(CertificateRequest(names)).keyFile;
    FaultServer server;
    server.useTls(mixed.configuration());
    QVERIFY(server.listen());
    QSslSocket client;
    client.connectToHostEncrypted(QStringLiteral("localhost"), server.port());
    const QStringList expected{QStringLiteral("connected 1"), QStringLiteral("handshake failed 1")};
    QTRY_COMPARE(server.log(), expected);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

void tst_TestAuthority::saysWhatTheToolSaid()
{
    TestAuthority authority;
    const ServerCertificate none = authority.issue(CertificateRequest({QStringLiteral("not,a:name")}));
    QCOMPARE(none.certificateFile, QString());
    QVERIFY2(authority.errorString().startsWith(QStringLiteral("openssl ca: ")),
             qPrintable(authority.errorString()));
}

void tst_TestAuthority::worksInAnotherThread()
{
    const ServerCertificate certificate = m_authority.issue(CertificateRequest(names));
    ThreadedFaultServer threaded;
    const quint16 port = threaded.call([&certificate](FaultServer &server) {
        server.useTls(certificate.configuration());
        server.listen();
        return server.port();
    });
    QSslSocket client;
    client.setSslConfiguration(trusting());
    client.connectToHostEncrypted(QStringLiteral("localhost"), port);
    QVERIFY(client.waitForEncrypted());
}

QTEST_GUILESS_MAIN(tst_TestAuthority)
#include "tst_testauthority.moc"
