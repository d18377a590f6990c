// SPDX-License-Identifier: MIT
#include "tests/support/script.h"

#include <QProcess>
#include <QTest>

using namespace rollcall::test;

class tst_Script : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerCarriesItsLength();
    void aLengthOfOnesOwnIsKept();
    void anAnswerWithoutBodyHasNoLength();
    void aRedirectNamesItsTarget();
    void chunksAreFramed();
    void gzipReadsWhatWasPacked();
};

void tst_Script::anAnswerCarriesItsLength()
{
    QCOMPARE(httpResponse(200, {{"X-A", "b"}}, "body"),
             QByteArray("HTTP/1.1 200 Scripted\r\nX-A: b\r\nContent-Length: 4\r\n\r\nbody"));
    QCOMPARE(httpResponse(404), QByteArray("HTTP/1.1 404 Scripted\r\nContent-Length: 0\r\n\r\n"));
}

void tst_Script::aLengthOfOnesOwnIsKept()
{
    QCOMPARE(httpResponse(200, {{"content-length", "99"}}, "x"),
             QByteArray("HTTP/1.1 200 Scripted\r\ncontent-length: 99\r\n\r\nx"));
    QCOMPARE(httpResponse(200, {{"Transfer-Encoding", "chunked"}}, chunked({"x"})),
             QByteArray("HTTP/1.1 200 Scripted\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"));
}

void tst_Script::anAnswerWithoutBodyHasNoLength()
{
    QCOMPARE(httpResponse(103), QByteArray("HTTP/1.1 103 Scripted\r\n\r\n"));
    QCOMPARE(httpResponse(204), QByteArray("HTTP/1.1 204 Scripted\r\n\r\n"));
    QCOMPARE(httpResponse(304), QByteArray("HTTP/1.1 304 Scripted\r\n\r\n"));
}

void tst_Script::aRedirectNamesItsTarget()
{
    QCOMPARE(redirect(302, "/there"),
             QByteArray("HTTP/1.1 302 Scripted\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"));
}

void tst_Script::chunksAreFramed()
{
    QCOMPARE(chunked({"abc", QByteArray(17, 'x')}),
             QByteArray("3\r\nabc\r\n11\r\nxxxxxxxxxxxxxxxxx\r\n0\r\n\r\n"));
}

void tst_Script::gzipReadsWhatWasPacked()
{
    const QByteArray text = QByteArray("a line that repeats itself\n").repeated(1000);
    const QByteArray packed = gzipped(text);
    QVERIFY(packed.size() < text.size() / 10);
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("--decompress"), QStringLiteral("--stdout")});
    gzip.write(packed);
    gzip.closeWriteChannel();
    QVERIFY(gzip.waitForFinished());
    QCOMPARE(gzip.readAllStandardError(), QByteArray());
    QCOMPARE(gzip.exitCode(), 0);
    QCOMPARE(gzip.readAllStandardOutput(), text);
}

QTEST_GUILESS_MAIN(tst_Script)
#include "tst_script.moc"
