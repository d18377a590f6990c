// SPDX-License-Identifier: MIT
// What is broken or malicious ends in one sentence, soon and in little memory, and what came before it is
// offered.
#include "tests/lists/generateddevice.h"
#include "tests/lists/reading.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#ifdef ROLLCALL_WITH_ZLIB
#include <zlib.h>
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ROLLCALL_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ROLLCALL_SANITIZED
#endif
#endif

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hugeBytes = 10'000'000'000; // nobody reads that within a test's time
constexpr qint64 soonBytes = 40'000'000;
constexpr qint64 longestLine = 150'000'000;
constexpr qint64 littleMemory = 100'000'000;

// The most memory this process ever had, in bytes; 0 where that cannot be told or says nothing.
qint64 peakMemoryBytes()
{
#ifdef ROLLCALL_SANITIZED
    return 0; // a sanitizer keeps what was freed
#else
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong() * 1024;
#endif
}

#ifdef ROLLCALL_WITH_ZLIB
QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray result(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result;
}
#endif

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongAndOffersTheRest_data();
    void saysWhatIsWrongAndOffersTheRest();
    void stopsEarly_data();
    void stopsEarly();
    void endlessLinesEnd_data();
    void endlessLinesEnd();
    void externalEntitiesAreNotRead();
    void tagsOfManyAttributesAreReadSoon_data();
    void tagsOfManyAttributesAreReadSoon();
    void readsCompressedLists();
    void compressionBombsEndEarly_data();
    void compressionBombsEndEarly();
    void whatIsPackedLessTightlyEndsEarlyToo_data();
    void whatIsPackedLessTightlyEndsEarlyToo();
    void whatIsMerelyAlikeIsNoBomb();
    void damagedCompressionOffersWhatCameBefore();
};

void TestBadInput::saysWhatIsWrongAndOffersTheRest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::addColumn<qsizetype>("entries");
    QTest::addColumn<qint64>("rejectedLine"); // 0: none
    const auto row = [](const char *what, const QByteArray &bytes, const char16_t *message, qsizetype entries,
                        qint64 rejectedLine = 0) {
        QTest::newRow(what) << bytes << QString::fromUtf16(message) << entries << rejectedLine;
    };
    row("CSV with an open quote at the end",
        "name,url\na,http://h.com/\n\"b,http://h.com/2\nc,http://h.com/3\n",
        u"Cannot read a file beyond line 3: a quote that opens there is not closed.", 1);
    const QByteArray farBehind(9000, ' '); // behind what the encoding is told by
    row("a NUL at the beginning", "http://h.com/\0\n"_ba,
        u"Cannot import a file: it is not a text file, for it holds NUL bytes.", 0);
    row("a NUL in a line", "http://h.com/\n" + farBehind + "\nhttp://h.com/\0\n"_ba, u"", 1, 3);
    row("a NUL in CSV",
        "name,url\na,http://h.com/\n" + farBehind + "b,http://h.com/2\nc,http://h.com/\0\n"_ba, u"", 2, 4);
    row("an encoding that changes",
        "http://h.com/\xc3\xa9\xc3\xa9\xc3\xa9\nhttp://h.com/\xe9\xe8\nhttp://h.com/2\n", u"", 2, 2);
    row("CSV of two encodings",
        "name,url\n\xc3\xa9\xc3\xa9\xc3\xa9,http://h.com/\nb,http://h.com/\xe9\xe8\nc,http://h.com/2\n", u"",
        2, 3);
#ifdef ROLLCALL_WITH_XML
    QByteArray laughs = "<!DOCTYPE urlset [<!ENTITY a0 \"http://h.com/\">";
    for (int i = 1; i < 30; ++i)
        laughs += "<!ENTITY a" + QByteArray::number(i) + " \"" +
                  ("&a" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    row("an entity bomb",
        laughs + "]>\n<urlset><url><loc>http://h.com/</loc></url>\n<url><loc>&a29;</loc></url></urlset>",
        u"Cannot read a file beyond line 3: a text or tag is longer than", 1);
    row("XML that is nested deeply",
        "<urlset><url><loc>http://h.com/</loc></url>\n" + QByteArray("<a>").repeated(1000),
        u"Cannot read a file beyond line 2: its elements are nested more than 256 deep.", 1);
    row("a NUL in XML",
        "<urlset><url><loc>http://h.com/</loc></url>\n" + farBehind + "<url><loc>http://h.com/\0"_ba,
        u"Cannot read a file beyond line 2: it is no sound XML: ", 1);
    row("XML in another encoding than it says",
        "<?xml version='1.0' encoding='UTF-8'?><urlset><url><loc>http://h.com/</loc></url>\n"
        "<url><loc>http://h.com/\xe9\xe8</loc></url></urlset>",
        u"", 2);
    row("XML in an encoding that is not read",
        "<?xml version='1.0' encoding='windows-1251'?>\n<urlset><url><loc>http://h.com/</loc></url></urlset>",
        u"Cannot read a file beyond line 1: its encoding \"windows-1251\" is not known.", 0);
    row("an entity that nobody declares",
        "<urlset><url><loc>http://h.com/</loc></url>\n<url><loc>http://h.com/&x;</loc></url></urlset>",
        u"Cannot read a file beyond line 2: it is no sound XML: undefined entity.", 1);
    row("an entity of a file that is not read",
        "<!DOCTYPE urlset SYSTEM 'http://h.com/dtd'>\n<urlset><url><loc>http://h.com/</loc></url>\n"
        "<url><loc>http://h.com/&x;</loc></url></urlset>",
        u"", 1, 3);
#endif
#ifdef ROLLCALL_WITH_HTML
    // As browsers do, a replacement character takes its place.
    row("a NUL in HTML",
        "<html><a href='http://h.com/'>1</a>\n" + farBehind +
            "<a href='http://h.com/\0'>2</a>\n"
            "<a href='http://h.com/3'>3</a></html>"_ba,
        u"", 3);
#endif
#ifdef ROLLCALL_WITH_JSON
    row("JSON that is nested deeply", "[\"http://h.com/\",\n" + QByteArray("[").repeated(1000),
        u"Cannot read a file beyond line 2: it is nested more than 256 deep.", 1);
    row("a HAR that is cut", "{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://h.com/\"}},\n{\"reque",
        u"Cannot read a file beyond line 2: it ends in the middle.", 1);
    row("JSON of two encodings",
        "[\"http://h.com/\xc3\xa9\xc3\xa9\xc3\xa9\",\n\"http://h.com/\xe9\xe8\",\n\"http://h.com/2\"]", u"",
        2, 2);
    row("a NUL far behind in JSON",
        "[\"http://h.com/\",\n" + farBehind + "\"http://h.com/\0\",\n\"http://h.com/2\"]"_ba,
        u"Cannot read a file beyond line 2: it is no sound JSON: ", 1);
    row("a NUL in JSON", "[\"http://h.com/\",\n\"http://h.com/\0\"]"_ba,
        u"Cannot import a file: it is not a text file", 0);
#endif
#ifdef ROLLCALL_WITH_YAML
    row("YAML that is nested deeply",
        "endpoints:\n  - url: http://h.com/\n  - x: " + QByteArray("[").repeated(2000),
        u"Cannot read a file beyond line 3: ", 1);
    row("a NUL in YAML",
        "endpoints:\n  - url: http://h.com/\n" + farBehind + "\n  - url: \"http://h.com/\0\"\n"_ba, u"", 1,
        4);
    row("YAML of a billion values",
        "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c "
        "[*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
        "endpoints:\n  - url: http://h.com/\n  - [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
        u"Cannot read a file beyond line ", 0);
    row("YAML of many aliases",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\nendpoints:\n  - url: http://h.com/\n  "
        "  x: [*d, *d]\n",
        u"", 1);
#endif
}

void TestBadInput::saysWhatIsWrongAndOffersTheRest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    QFETCH(qsizetype, entries);
    QFETCH(qint64, rejectedLine);
    const ImportResult result = readBytes(bytes);
    QCOMPARE(messageOf(result).isEmpty(), message.isEmpty());
    QVERIFY2(messageOf(result).contains(message), qPrintable(messageOf(result)));
    QCOMPARE(result.list.entries.size(), entries);
    QCOMPARE(result.list.rejected.value(0).line, rejectedLine);
}

void TestBadInput::stopsEarly_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *what, const QByteArray &prefix, const QByteArray &pattern,
                        const char16_t *message) {
        QTest::newRow(what) << prefix << pattern << QString::fromUtf16(message);
    };
#ifdef ROLLCALL_WITH_XML
    const QByteArray xml = "<urlset><url><loc>http://h.com/</loc></url>\n";
    row("a huge text in XML", xml + "<url><loc>", "aaaaaaaaaaaaaaaa", u"a text or tag is longer than");
    row("a huge tag in XML", xml + "<url a='", "aaaaaaaaaaaaaaaa", u"a text or tag is longer than");
    row("a huge name in XML", xml + "<", "aaaaaaaaaaaaaaaa", u"a text or tag is longer than");
    row("endless nesting in XML", xml, "<a><b c='d'>", u"nested more than");
#endif
    row("a huge quoted cell", "name,url\na,http://h.com/\n\"", "aaaa,\"\"bbbbb\n",
        u"a quote that opens there is not closed");
    row("a huge cell", "name,url\na,http://h.com/\n", "aaaaaaaaaaaaaa", u"a record is longer than");
    row("endless cells", "name,url\na,http://h.com/\n", "a,b,c,,", u"a record is longer than");
#ifdef ROLLCALL_WITH_JSON
    row("endless nesting in JSON", "[\"http://h.com/\",\n", "[{\"a\":", u"nested more than");
    row("a huge string of escapes", "[\"http://h.com/\",\n\"", "\\u0041\\n", u"a string is too long");
    row("a huge entry of long texts in JSON", "[\"http://h.com/\",\n{\"tags\":[",
        '"' + QByteArray(200, 'a') + "\",", u"an entry is longer than");
    row("a huge entry in JSON", "[\"http://h.com/\",\n{\"tags\":[", "1,", u"an entry has more than");
#endif
#ifdef ROLLCALL_WITH_YAML
    row("a huge anchor in YAML", "endpoints:\n  - url: http://h.com/\nrest: &rest\n",
        "  - aaaaaaaaaaaaaaaaaaaaa\n", u"its anchors hold more than");
    row("a huge text in YAML", "endpoints:\n  - url: http://h.com/\n  - url: \"", "aaaaaaaaa ",
        u"a value is longer than");
    row("a huge name in YAML", "endpoints:\n  - url: http://h.com/\n  - ", "aaaaaaaaaaaaaaa",
        u"a value is longer than");
#endif
#ifdef ROLLCALL_WITH_HTML
    row("a huge text in HTML", "<html><a href='http://h.com/'>", "aaaaaaaaaaaaaaaa",
        u"there is no tag within");
    row("a huge tag in HTML", "<html><a href='http://h.com/'></a><a href='", "aaaaaaaaaaaaaaaa",
        u"there is no tag within");
    row("a huge comment in HTML", "<html><a href='http://h.com/'></a><!--", "aaaaaaaaa<a>---",
        u"there is no tag within");
    row("endless nesting in HTML", "<html><a href='http://h.com/'></a>", "<div><b>", u"nested more than");
#endif
}

void TestBadInput::stopsEarly()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, pattern);
    QFETCH(QString, message);
    GeneratedDevice device(pattern.repeated(1000), hugeBytes, 1 << 20);
    device.setPrefix(prefix);
    const qint64 before = peakMemoryBytes();
    const ImportResult result = readList(device, u"a file"_s);
    QVERIFY2(messageOf(result).contains(message), qPrintable(messageOf(result)));
    QVERIFY2(messageOf(result).startsWith(u"Cannot read a file beyond line "), qPrintable(messageOf(result)));
    QCOMPARE(urlsOf(result), QByteArrayList{"http://h.com/"});
    QVERIFY2(device.pos() < soonBytes, QByteArray::number(device.pos()));
    QVERIFY2(peakMemoryBytes() - before < littleMemory, QByteArray::number(peakMemoryBytes() - before));
}

void TestBadInput::endlessLinesEnd_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *what, const QByteArray &prefix, const QByteArray &pattern,
                        const char16_t *message) {
        QTest::newRow(what) << prefix << pattern << QString::fromUtf16(message);
    };
    row("plain text", "http://h.com/\n", "aaaaaaaaaaaaaaaa", u"a line is longer than");
#ifdef ROLLCALL_WITH_JSON
    row("a text in JSON", "[\"http://h.com/\",\n\"", "aaaaaaaaaaaaaaaa", u"there is no value within");
#endif
}

// Bodies in a HAR are long, so much is read before a line is given up; none of it is kept.
void TestBadInput::endlessLinesEnd()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, pattern);
    QFETCH(QString, message);
    GeneratedDevice pipe(pattern.repeated(1000), hugeBytes, 1 << 20);
    pipe.setPrefix(prefix);
    pipe.setSequential(true);
    const qint64 before = peakMemoryBytes();
    const ImportResult result = readList(pipe, u"a file"_s);
    QVERIFY2(messageOf(result).startsWith(u"Cannot read a file beyond line 2: "_s + message),
             qPrintable(messageOf(result)));
    QCOMPARE(urlsOf(result), QByteArrayList{"http://h.com/"});
    QVERIFY2(pipe.given() < longestLine, QByteArray::number(pipe.given()));
    QVERIFY2(peakMemoryBytes() - before < littleMemory, QByteArray::number(peakMemoryBytes() - before));
}

void TestBadInput::externalEntitiesAreNotRead()
{
#ifdef ROLLCALL_WITH_XML
    const ImportResult result = readBytes("<!DOCTYPE urlset [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n"
                                          "<urlset><url><loc>http://h.com/&e;</loc></url></urlset>");
    QCOMPARE(messageOf(result),
             u"Cannot read a file beyond line 1: its entity \"e\" is in another file, which is not read."_s);
#else
    QSKIP("built without Expat, so XML is read as text; install its headers and configure anew");
#endif
}

void TestBadInput::tagsOfManyAttributesAreReadSoon_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<QByteArray>("end");
#ifdef ROLLCALL_WITH_XML
    QTest::newRow("XML")
        << "<urlset><url"_ba
        << " %='>'"_ba
        << "><loc>http://h.com/1</loc></url><url><loc>http://h.com/2</loc></url></urlset>"_ba;
#endif
#ifdef ROLLCALL_WITH_HTML
    const QByteArray end = "></a>\n<a href='http://h.com/2'></a></html>";
    for (const char *attribute : {" %", " %=1", " %='>'", "\n% = \">\"", "/%"})
        QTest::addRow("HTML, attributes like %s", attribute)
            << "<html><a href='http://h.com/1'"_ba << QByteArray(attribute) << end;
#endif
}

// Where each is compared with all before it, this would take minutes.
void TestBadInput::tagsOfManyAttributesAreReadSoon()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, attribute);
    QFETCH(QByteArray, end);
    constexpr int count = 300'000;
    QByteArray page = begin;
    for (int i = 0; i < count; ++i)
        page += QByteArray(attribute).replace('%', 'a' + QByteArray::number(i));
    page += end;
    const ImportResult result = readBytes(page);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
}

void TestBadInput::readsCompressedLists()
{
#ifdef ROLLCALL_WITH_ZLIB
    const ImportResult plain = readBytes(gzipped("http://h.com/1\n") + gzipped("http://h.com/2\nfoo bar\n"));
    QCOMPARE(messageOf(plain), QString());
    QCOMPARE(urlsOf(plain), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
    QCOMPARE(plain.list.rejected.value(0).line, 3);

    const QByteArray sitemap = gzipped("<urlset><url><loc>http://h.com/</loc></url></urlset>");
    QCOMPARE(readBytes(sitemap).list.formatName, u"sitemap"_s);
    GeneratedDevice pipe(sitemap, sitemap.size(), 1);
    pipe.setSequential(true);
    QCOMPARE(urlsOf(readList(pipe, u"a file"_s)), QByteArrayList{"http://h.com/"});

    QCOMPARE(readAs(u"list.csv.gz"_s, gzipped("url\nhttp://h.com/\n")).list.formatName, u"table"_s);
    QCOMPARE(messageOf(readBytes(gzipped(gzipped("http://h.com/")))),
             u"Cannot read a file beyond line 1: it is compressed twice."_s);
#else
    QSKIP("built without zlib, so .gz is not read; install zlib's headers and configure anew");
#endif
}

void TestBadInput::compressionBombsEndEarly_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::newRow("nothing but line ends") << "\n"_ba;
    QTest::newRow("lines that are no URLs") << "y\n"_ba;
    QTest::newRow("one line without an end") << "y"_ba;
    QTest::newRow("one URL again and again") << "http://h.com/\n"_ba;
}

void TestBadInput::compressionBombsEndEarly()
{
#ifdef ROLLCALL_WITH_ZLIB
    QFETCH(QByteArray, pattern);
    constexpr qsizetype memberBytes = 10'000'000;
    const QByteArray member = gzipped(pattern.repeated(memberBytes / pattern.size()));
    QByteArray bomb = gzipped("http://h.com/\n") + member.repeated(20);
    QBuffer device(&bomb);
    device.open(QIODevice::ReadOnly);
    const qint64 before = peakMemoryBytes();
    const ImportResult result = readList(device, u"a file"_s);
    const QRegularExpressionMatch told =
        QRegularExpression(u": it is a compression bomb, (\\d+) bytes out of (\\d+)\\.$"_s)
            .match(messageOf(result));
    QVERIFY2(told.hasMatch(), qPrintable(messageOf(result)));
    QVERIFY2(told.captured(1).toLongLong() < 1'200'000, qPrintable(messageOf(result)));
    QVERIFY2(told.captured(2).toLongLong() < 6'000, qPrintable(messageOf(result)));
    QVERIFY2(device.pos() <= 64 * 1024, QByteArray::number(device.pos()));
    QCOMPARE(urlsOf(result), QByteArrayList{"http://h.com/"});
    QVERIFY(peakMemoryBytes() - before < littleMemory);
#else
    QSKIP("built without zlib, so .gz is not read; install zlib's headers and configure anew");
#endif
}

void TestBadInput::whatIsPackedLessTightlyEndsEarlyToo_data()
{
    QTest::addColumn<char>("lineEnd");
    QTest::addColumn<QString>("message");
    QTest::newRow("one line without an end") << 'y' << u"a line is longer than 134217728 characters."_s;
    QTest::newRow("lines that are no URLs") << '\n' << u"hardly any of its lines is a URL."_s;
}

// Below the ratio of a bomb it is what comes out that tells.
void TestBadInput::whatIsPackedLessTightlyEndsEarlyToo()
{
#ifdef ROLLCALL_WITH_ZLIB
    QFETCH(char, lineEnd);
    QFETCH(QString, message);
    QRandomGenerator random(6);
    QByteArray content;
    for (int i = 0; i < 100; ++i)
        content += (QByteArray::number(random.generate64(), 16) + lineEnd).repeated(300);
    const QByteArray member = gzipped(content);
    const qsizetype ratio = content.size() / member.size();
    QVERIFY2(ratio > 100 && ratio < 250, QByteArray::number(ratio));
    QByteArray packed = gzipped("http://h.com/\n") + member.repeated(1'000'000'000 / content.size());
    QBuffer device(&packed);
    device.open(QIODevice::ReadOnly);
    const qint64 before = peakMemoryBytes();
    const ImportResult result = readList(device, u"a file"_s);
    QVERIFY2(messageOf(result).endsWith(message), qPrintable(messageOf(result)));
    QCOMPARE(urlsOf(result), QByteArrayList{"http://h.com/"});
    QVERIFY2(device.pos() * ratio < longestLine + soonBytes, QByteArray::number(device.pos()));
    QVERIFY(peakMemoryBytes() - before < littleMemory);
#else
    QSKIP("built without zlib, so .gz is not read; install zlib's headers and configure anew");
#endif
}

void TestBadInput::whatIsMerelyAlikeIsNoBomb()
{
#ifdef ROLLCALL_WITH_ZLIB
    constexpr qsizetype urls = 4000;
    const QByteArray folder = "http://h.com/" + QByteArray(800, 'a') + '/';
    QByteArray list;
    for (qsizetype i = 0; i < urls; ++i)
        list += folder + QByteArray::number(i) + '\n';
    const QByteArray compressed = gzipped(list);
    QVERIFY2(list.size() / compressed.size() > 50, QByteArray::number(compressed.size()));
    const ImportResult result = readBytes(compressed);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(result.list.entries.size(), urls);
#else
    QSKIP("built without zlib, so .gz is not read; install zlib's headers and configure anew");
#endif
}

void TestBadInput::damagedCompressionOffersWhatCameBefore()
{
#ifdef ROLLCALL_WITH_ZLIB
    QByteArray list;
    for (int i = 0; i < 20'000; ++i)
        list += "http://h.com/" + QByteArray::number(i * 7919) + '\n';
    const QByteArray whole = gzipped(list);
    const ImportResult cut = readBytes(whole.first(whole.size() / 2));
    QVERIFY2(messageOf(cut).contains(u": the compressed data ends in the middle."),
             qPrintable(messageOf(cut)));
    QVERIFY(cut.list.entries.size() > 1000);

    QByteArray damaged = whole;
    damaged.replace(whole.size() / 2, 50, QByteArray(50, '\xff'));
    const ImportResult broken = readBytes(damaged);
    QVERIFY2(messageOf(broken).contains(u": the compressed data is damaged."), qPrintable(messageOf(broken)));
    QVERIFY(broken.list.entries.size() > 1000);
#else
    QSKIP("built without zlib, so .gz is not read; install zlib's headers and configure anew");
#endif
}

QTEST_APPLESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
