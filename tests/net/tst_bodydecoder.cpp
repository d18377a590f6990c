// SPDX-License-Identifier: MIT
#include "core/net/bodydecoder.h"
#include "core/net/bodymeter.h"
#include "tests/support/script.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

using namespace rollcall;
using test::gzipped;

namespace {

struct Decoded {
    BodyDecoder::Status status = BodyDecoder::Status::Ok;
    QByteArray bytes;
    bool isComplete = false;
};

/// Feeds \a encoded in pieces of \a step bytes.
Decoded decode(QByteArrayView encoding, const QByteArray &encoded, qsizetype step)
{
    Decoded result;
    const auto decoder = BodyDecoder::forEncoding(encoding);
    for (qsizetype i = 0; i < encoded.size() && result.status == BodyDecoder::Status::Ok; i += step) {
        result.status = decoder->feed(QByteArrayView(encoded).sliced(i, std::min(step, encoded.size() - i)),
                                      [&result](QByteArrayView bytes) {
                                          result.bytes.append(bytes);
                                          return true;
                                      });
    }
    result.isComplete = decoder->isComplete();
    return result;
}

QByteArray manyWords()
{
    QByteArray text;
    for (int i = 0; i < 50'000; ++i)
        text += "word " + QByteArray::number(i * 7919 % 10'007) + '\n';
    return text;
}

/// In zlib's own format, which HTTP calls deflate (RFC 1950).
QByteArray zlibbed(const QByteArray &text)
{
    return qCompress(text).mid(4); // Qt puts the length in front
}

} // namespace

class TestBodyDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyEncodingGivesTheTextBackHoweverItIsCutIntoPieces_data();
    void everyEncodingGivesTheTextBackHoweverItIsCutIntoPieces();
    void truncatedDataIsNotComplete_data();
    void truncatedDataIsNotComplete();
    void damagedDataIsFound();
    void rubbishBehindTheEndIsFound();
    void anUnknownEncodingHasNoDecoder();
    void anEmptyBodyIsComplete();
    void theMeterStopsABombAtItsCap();
    void theMeterCountsAndHashes();
};

void TestBodyDecoder::initTestCase()
{
    if (BodyDecoder::acceptEncoding() == "identity")
        QSKIP("built without zlib, so bodies are asked for uncompressed; install zlib's headers and "
              "configure anew");
}

void TestBodyDecoder::everyEncodingGivesTheTextBackHoweverItIsCutIntoPieces_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("encoded");
    const QByteArray text = manyWords();
    QTest::newRow("none") << QByteArray() << text;
    QTest::newRow("identity") << QByteArray("identity") << text;
    QTest::newRow("gzip") << QByteArray("gzip") << gzipped(text);
    QTest::newRow("x-gzip in capitals") << QByteArray(" X-GZIP ") << gzipped(text);
    QTest::newRow("gzip in two members")
        << QByteArray("gzip") << gzipped(text.left(1000)) + gzipped(text.mid(1000));
    QTest::newRow("deflate") << QByteArray("deflate") << zlibbed(text);
    QTest::newRow("deflate, then gzip") << QByteArray("deflate, gzip") << gzipped(zlibbed(text));
    // Without the two bytes in front and the checksum behind: what many servers send as deflate.
    QTest::newRow("raw deflate") << QByteArray("deflate") << zlibbed(text).mid(2).chopped(4);
}

void TestBodyDecoder::everyEncodingGivesTheTextBackHoweverItIsCutIntoPieces()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, encoded);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), qsizetype(4096), encoded.size()}) {
        const Decoded decoded = decode(encoding, encoded, step);
        QCOMPARE(int(decoded.status), int(BodyDecoder::Status::Ok));
        QVERIFY(decoded.isComplete);
        QVERIFY(decoded.bytes == manyWords());
    }
}

void TestBodyDecoder::truncatedDataIsNotComplete_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("gzip") << QByteArray("gzip") << gzipped(manyWords());
    QTest::newRow("deflate") << QByteArray("deflate") << zlibbed(manyWords());
}

void TestBodyDecoder::truncatedDataIsNotComplete()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, encoded);
    for (const qsizetype missing : {qsizetype(1), qsizetype(8), encoded.size() / 2, encoded.size() - 1}) {
        const Decoded decoded = decode(encoding, encoded.chopped(missing), 1000);
        QCOMPARE(int(decoded.status), int(BodyDecoder::Status::Ok));
        QVERIFY2(!decoded.isComplete, QByteArray::number(missing).constData());
    }
}

void TestBodyDecoder::damagedDataIsFound()
{
    QByteArray damaged = gzipped(manyWords());
    for (qsizetype i = 100; i < 200; ++i)
        damaged[i] = char(~damaged[i]);
    QCOMPARE(int(decode("gzip", damaged, 512).status), int(BodyDecoder::Status::Damaged));
    QCOMPARE(int(decode("gzip", "this is no gzip at all", 5).status), int(BodyDecoder::Status::Damaged));
    QByteArray wrongChecksum = gzipped("hello");
    wrongChecksum[wrongChecksum.size() - 8] = char(~wrongChecksum[wrongChecksum.size() - 8]);
    QCOMPARE(int(decode("gzip", wrongChecksum, 100).status), int(BodyDecoder::Status::Damaged));
}

void TestBodyDecoder::rubbishBehindTheEndIsFound()
{
    QCOMPARE(int(decode("gzip", gzipped("hello") + "rubbish", 3).status), int(BodyDecoder::Status::Damaged));
    QCOMPARE(int(decode("deflate", zlibbed("hello") + "x", 100).status), int(BodyDecoder::Status::Damaged));
}

void TestBodyDecoder::anUnknownEncodingHasNoDecoder()
{
    QVERIFY(!BodyDecoder::forEncoding("compress"));
    QVERIFY(!BodyDecoder::forEncoding("gzip, compress"));
    QVERIFY(!BodyDecoder::forEncoding("gzip," + QByteArray("gzip,").repeated(10) + "gzip"));
}

void TestBodyDecoder::anEmptyBodyIsComplete()
{
    QVERIFY(BodyDecoder::forEncoding("gzip")->isComplete());
    QVERIFY(BodyDecoder::forEncoding("")->isComplete());
}

void TestBodyDecoder::theMeterStopsABombAtItsCap()
{
    constexpr qint64 cap = 1'000'000;
    const QByteArray bomb = gzipped(QByteArray(200 * 1024 * 1024, 'a'));
    QVERIFY(bomb.size() < cap);
    BodyMeter meter("text/plain", "gzip", cap);
    QCOMPARE(meter.feed(bomb), ErrorKind::BodyTooLarge);
    QCOMPARE(meter.bodyBytes(), cap);
}

void TestBodyDecoder::theMeterCountsAndHashes()
{
    const QByteArray text = manyWords();
    const QByteArray encoded = gzipped(text);
    BodyMeter meter("text/plain", "gzip", text.size());
    QCOMPARE(meter.feed(encoded), ErrorKind::None);
    QCOMPARE(meter.finish(), ErrorKind::None);
    QCOMPARE(meter.wireBytes(), encoded.size());
    QCOMPARE(meter.bodyBytes(), text.size());
    QCOMPARE(meter.sha256(), QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    BodyMeter cut("text/plain", "gzip", text.size());
    QCOMPARE(cut.feed(encoded.chopped(1)), ErrorKind::None);
    QCOMPARE(cut.finish(), ErrorKind::ContentDecoding);
    BodyMeter unknown("text/plain", "br", text.size());
    QCOMPARE(unknown.feed("anything"), ErrorKind::ContentDecoding);
}

QTEST_GUILESS_MAIN(TestBodyDecoder)
#include "tst_bodydecoder.moc"
