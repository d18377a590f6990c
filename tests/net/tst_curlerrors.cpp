// SPDX-License-Identifier: MIT
#include "core/net/curlerrors.h"

#include <QTest>

#include <cerrno>

using namespace rollcall;

Q_DECLARE_METATYPE(rollcall::CurlEnd)

/// What no server on loopback can bring about; the rest is in the tests of Fetcher.
class TestCurlErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatLibcurlSaysBecomesAKind_data();
    void whatLibcurlSaysBecomesAKind();
    void theHostIsNotInTheDetail();
};

void TestCurlErrors::whatLibcurlSaysBecomesAKind_data()
{
    QTest::addColumn<CurlEnd>("end");
    QTest::addColumn<QByteArray>("slug");
    const auto connecting = [](int osError) {
        CurlEnd end(CURLE_COULDNT_CONNECT);
        end.osError = osError;
        return end;
    };
    QTest::newRow("refused") << connecting(ECONNREFUSED) << QByteArray("connection-refused");
    QTest::newRow("no route") << connecting(EHOSTUNREACH) << QByteArray("network-unreachable");
    QTest::newRow("a firewall") << connecting(EPERM) << QByteArray("network-unreachable");
    QTest::newRow("no answer") << connecting(ETIMEDOUT) << QByteArray("connect-timeout");
    QTest::newRow("no descriptor") << connecting(EMFILE) << QByteArray("out-of-resources");
    QTest::newRow("no port") << connecting(EADDRNOTAVAIL) << QByteArray("out-of-resources");
    CurlEnd proxied = connecting(ECONNREFUSED);
    proxied.wasProxied = true;
    QTest::newRow("a proxy that refuses") << proxied << QByteArray("proxy-error");
    QTest::newRow("no memory") << CurlEnd(CURLE_OUT_OF_MEMORY) << QByteArray("out-of-resources");
    QTest::newRow("no such host") << CurlEnd(CURLE_COULDNT_RESOLVE_HOST) << QByteArray("dns-not-found");
    CurlEnd gone(CURLE_RECV_ERROR);
    gone.wasConnected = true;
    gone.osError = ETIMEDOUT;
    QTest::newRow("a peer that is gone") << gone << QByteArray("timeout");
    QTest::newRow("what only a bug could bring about")
        << CurlEnd(CURLE_BAD_FUNCTION_ARGUMENT) << QByteArray("internal");
}

void TestCurlErrors::whatLibcurlSaysBecomesAKind()
{
    QFETCH(const CurlEnd, end);
    QFETCH(const QByteArray, slug);
    QCOMPARE(errorKindInfo(failureOf(end).kind).slug, slug.constData());
}

void TestCurlErrors::theHostIsNotInTheDetail()
{
    CurlEnd end(CURLE_SSL_CONNECT_ERROR);
    end.text = "OpenSSL SSL_connect: no protocols available in connection to secret.example:443 ";
    QCOMPARE(failureOf(end).kind, ErrorKind::TlsHandshake);
    QCOMPARE(failureOf(end).detail, QStringLiteral("OpenSSL SSL_connect: no protocols available"));
}

QTEST_GUILESS_MAIN(TestCurlErrors)
#include "tst_curlerrors.moc"
