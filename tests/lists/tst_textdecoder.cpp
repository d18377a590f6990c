// SPDX-License-Identifier: MIT
#include "core/lists/textdecoder.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

#include <array>

using namespace rollcall;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(rollcall::TextEncoding)
Q_DECLARE_METATYPE(rollcall::TextProblem)

namespace {

struct Decoded {
    std::optional<TextProblem> problem;
    QString text;
    TextEncoding encoding = TextEncoding::Unknown;

    friend bool operator==(const Decoded &, const Decoded &) = default;
};

Decoded decoded(const QByteArray &bytes, qsizetype blockSize)
{
    TextDecoder decoder;
    Decoded result;
    for (qsizetype i = 0; i < bytes.size() && !result.problem; i += blockSize)
        result.problem = decoder.decode(bytes.mid(i, blockSize), result.text);
    if (!result.problem)
        result.problem = decoder.finish(result.text);
    result.encoding = decoder.encoding();
    return result;
}

QByteArray encoded(QStringConverter::Encoding encoding, const QString &text)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
    return encoder.encode(text);
}

QByteArray bytesOf(const char *hex)
{
    return QByteArray::fromHex(hex);
}

const QString asciiText = u"http://example.com/\r\nhttps://example.org/a?b#c\n"_s;
const QString wideText = u"http://müller.example/日本語/\U0001F600\r\n"_s;
const QString damage = QString(QChar::ReplacementCharacter);
// More than is looked at to tell what kind of file it is.
const QByteArray longAscii = QByteArray("http://example.com/\n").repeated(3000);

} // namespace

class TestTextDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void passesLoneSurrogatesOn();
    void holdsBackNoMoreThanItNeeds();
    void blocksMakeNoDifferenceToRandomBytes();
};

void TestTextDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextEncoding>("encoding");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text,
                        TextEncoding encoding) { QTest::newRow(name) << bytes << text << encoding; };
    row("nothing", {}, {}, TextEncoding::Ascii);
    row("ASCII", asciiText.toLatin1(), asciiText, TextEncoding::Ascii);
    row("UTF-8", wideText.toUtf8(), wideText, TextEncoding::Utf8);
    row("UTF-8 with a mark", "\xef\xbb\xbf" + wideText.toUtf8(), wideText, TextEncoding::Utf8);
    row("a mark alone", "\xef\xbb\xbf", {}, TextEncoding::Utf8);
    row("UTF-8 late in the file", longAscii + "é\n", QString::fromLatin1(longAscii) + u"é\n"_s,
        TextEncoding::Utf8);
    row("UTF-8 across the end of what is examined", QByteArray(8191, 'a') + QByteArray("é").repeated(5000),
        QString(8191, u'a') + QString(5000, u'é'), TextEncoding::Utf8);
    row("UTF-8 with a damaged spot", "é\xff/é\n", u"é"_s + damage + u"/é\n"_s, TextEncoding::Utf8);
    row("UTF-8 cut in the middle of a character", "éé\xe2\x82", u"éé"_s + damage + damage,
        TextEncoding::Utf8);
    row("UTF-8 with a form that is too long", "ééé\xc0\xaf", u"ééé"_s + damage + damage, TextEncoding::Utf8);
    row("UTF-8 with a surrogate", "ééééé\xed\xa0\x80", u"ééééé"_s + damage + damage + damage,
        TextEncoding::Utf8);

    row("UTF-16 with a mark, little end first",
        bytesOf("fffe") + encoded(QStringConverter::Utf16LE, wideText), wideText, TextEncoding::Utf16Le);
    row("UTF-16 with a mark, big end first", bytesOf("feff") + encoded(QStringConverter::Utf16BE, wideText),
        wideText, TextEncoding::Utf16Be);
    row("UTF-16 without a mark, little end first", encoded(QStringConverter::Utf16LE, wideText), wideText,
        TextEncoding::Utf16Le);
    row("UTF-16 without a mark, big end first", encoded(QStringConverter::Utf16BE, wideText), wideText,
        TextEncoding::Utf16Be);
    row("UTF-16 of one letter", "a\0"_ba, u"a"_s, TextEncoding::Utf16Le);
    row("UTF-16 cut in the middle of a unit", encoded(QStringConverter::Utf16LE, asciiText) + 'x',
        asciiText + damage, TextEncoding::Utf16Le);
    row("UTF-32 with a mark, little end first",
        bytesOf("fffe0000") + encoded(QStringConverter::Utf32LE, wideText), wideText, TextEncoding::Utf32Le);
    row("UTF-32 with a mark, big end first",
        bytesOf("0000feff") + encoded(QStringConverter::Utf32BE, wideText), wideText, TextEncoding::Utf32Be);
    row("UTF-32 with what is no character", bytesOf("fffe000061000000ffffff7f00d80000"),
        u"a"_s + damage + damage, TextEncoding::Utf32Le);
    row("UTF-32 cut in the middle of a unit", bytesOf("fffe0000610000006200"), u"a"_s + damage,
        TextEncoding::Utf32Le);

    row("Latin-1", "http://caf\xe9.example/stra\xdf\x65\n", u"http://café.example/straße\n"_s,
        TextEncoding::Windows1252);
    row("Latin-1 that ends in what could start UTF-8", "caf\xe9", u"café"_s, TextEncoding::Windows1252);
    row("Windows-1252", "# \x84quoted\x93 \x80 5 \x96 \x85\n", u"# „quoted“ € 5 – …\n"_s,
        TextEncoding::Windows1252);
    row("Latin-1 late in the file", longAscii + "caf\xe9\n", QString::fromLatin1(longAscii) + u"café\n"_s,
        TextEncoding::Windows1252);
    row("Latin-1 with many special characters", QByteArray("\xe4\xf6 \xfc\xdf, ").repeated(3000),
        u"äö üß, "_s.repeated(3000), TextEncoding::Windows1252);
    row("a few control characters are a matter of their lines",
        "a\x01\x02"
        "b\n",
        u"a\u0001\u0002b\n"_s, TextEncoding::Ascii);
    row("a NUL far behind is a matter of its line", longAscii + "a\0b\n"_ba,
        QString::fromLatin1(longAscii + "a\0b\n"_ba), TextEncoding::Ascii);
}

void TestTextDecoder::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(TextEncoding, encoding);
    for (const qsizetype blockSize : {1, 2, 3, 5, 4096, 65536, 1'000'000}) {
        const Decoded result = decoded(bytes, blockSize);
        QVERIFY2(!result.problem, QByteArray::number(blockSize));
        QCOMPARE(result.text, text);
        QCOMPARE(result.encoding, encoding);
    }
}

void TestTextDecoder::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TextProblem>("problem");
    const auto row = [](const char *name, const QByteArray &bytes, TextProblem problem) {
        QTest::newRow(name) << bytes << problem;
    };
    row("a NUL in ASCII", "http://h.com/\n\0"_ba, TextProblem::NulBytes);
    row("one NUL alone", "\0"_ba, TextProblem::NulBytes);
    row("nothing but NULs", QByteArray(100'000, '\0'), TextProblem::NulBytes);
    row("a NUL in UTF-8", "\xef\xbb\xbf" + "\0"_ba, TextProblem::NulBytes);
    row("a NUL in UTF-16", bytesOf("fffe61000000"), TextProblem::NulBytes);
    row("UTF-32 without a mark", encoded(QStringConverter::Utf32LE, asciiText), TextProblem::NulBytes);
    row("a PNG image", bytesOf("89504e470d0a1a0a0000000d49484452"), TextProblem::NulBytes);
    row("many control characters", QByteArray("abc\x01\x02\x03\x04").repeated(20),
        TextProblem::ControlCharacters);
    row("many control characters in UTF-16",
        encoded(QStringConverter::Utf16BE, u"abc\u0001\u0002\u0003\u0004"_s.repeated(20)),
        TextProblem::ControlCharacters);
    row("Cyrillic in Windows-1251", "# \xcf\xf0\xe8\xe2\xe5\xf2\nhttp://h.com/\n",
        TextProblem::UnknownEncoding);
    row("Cyrillic in KOI8-R", "# \xf0\xd2\xc9\xd7\xc5\xd4\n", TextProblem::UnknownEncoding);
    row("Japanese in Shift-JIS", "# \x83\x65\x83\x58\x83\x67\x81\x41\n", TextProblem::UnknownEncoding);
    row("Chinese in GBK", "# \xc4\xe3\xba\xc3\xca\xc0\xbd\xe7\n", TextProblem::UnknownEncoding);
    row("an unknown encoding late in the file", longAscii + "\xcf\xf0\xe8\xe2\xe5\xf2\n",
        TextProblem::UnknownEncoding);
    row("surrogates written as if in UTF-8", "\xc3\xa9\xed\xa0\x80\n", TextProblem::UnknownEncoding);
    row("a byte that Windows-1252 does not have", "caf\x81\n", TextProblem::UnknownEncoding);
}

void TestTextDecoder::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(TextProblem, problem);
    for (const qsizetype blockSize : {1, 3, 4096, 1'000'000})
        QCOMPARE(decoded(bytes, blockSize).problem, std::optional(problem));
}

void TestTextDecoder::passesLoneSurrogatesOn()
{
    const Decoded result = decoded(bytesOf("fffe610000d8620000dc"), 1);
    QVERIFY(!result.problem);
    constexpr std::array<char16_t, 4> expected = {u'a', 0xd800, u'b', 0xdc00};
    QCOMPARE(result.text, QStringView(expected).toString());
}

void TestTextDecoder::holdsBackNoMoreThanItNeeds()
{
    constexpr qsizetype blockSize = 64 * 1024;
    const std::array<QByteArray, 3> patterns = {"plain\n", "é€\n", "\xe9 caf\n"};
    for (const QByteArray &pattern : patterns) {
        const QByteArray block = pattern.repeated(blockSize / pattern.size() + 1);
        TextDecoder decoder;
        QString text;
        QVERIFY(!decoder.decode(block, text));
        QVERIFY(QString(text).remove(u'\n').size() >= block.count('\n') * 2);
        QVERIFY2(text.count(u'\n') >= block.count('\n') - 1, pattern);
    }
}

void TestTextDecoder::blocksMakeNoDifferenceToRandomBytes()
{
    QRandomGenerator random(20261122);
    const std::array<QByteArray, 8> starts = {
        "",        "\xef\xbb\xbf", bytesOf("fffe"), bytesOf("feff"), bytesOf("fffe0000"), "http://h.com/\n",
        longAscii, "é\n"};
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = starts[random.bounded(static_cast<quint32>(starts.size()))];
        const bool tame = random.bounded(2) == 0; // mostly text, so that it is not refused at once
        const int length = random.bounded(300);
        for (int i = 0; i < length; ++i) {
            const bool wild = !tame || random.bounded(40) == 0;
            bytes += static_cast<char>(wild ? random.bounded(256) : random.bounded(0x20, 0x7f));
        }
        const Decoded whole = decoded(bytes, bytes.size() + 1);
        const Decoded inBlocks = decoded(bytes, random.bounded(1, 200));
        QCOMPARE(inBlocks.problem, whole.problem);
        QVERIFY(whole.problem || inBlocks == whole);
    }
}

QTEST_APPLESS_MAIN(TestTextDecoder)
#include "tst_textdecoder.moc"
