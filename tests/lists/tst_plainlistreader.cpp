// SPDX-License-Identifier: MIT
#include "core/lists/plainlistreader.h"
#include "tests/lists/generateddevice.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

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

ImportResult readBytes(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return PlainListReader().read(buffer, u"list.txt"_s);
}

QByteArrayList urlsOf(const ImportedList &list)
{
    QByteArrayList urls;
    for (const UrlEntry &entry : list.entries)
        urls.append(entry.url);
    return urls;
}

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

} // namespace

Q_DECLARE_METATYPE(rollcall::RejectedLine)

class TestPlainListReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheUrlsOfALine_data();
    void takesTheUrlsOfALine();
    void keepsTheOrderAndDropsDuplicates();
    void namesRejectedLinesByTheirNumber();
    void countsEveryKindOfLineEnd_data();
    void countsEveryKindOfLineEnd();
    void cutsRejectedText();
    void keepsTheFirstRejectedLinesAndCountsAll();
    void rejectsWhatIsTooLongAndGoesOn();
    void takesTheLongestUrl();
    void aBadEncodingIsAMatterOfItsLine();
    void saysWhyThereIsNothing_data();
    void saysWhyThereIsNothing();
    void saysWhenTheDeviceFails();
    void readsAHugeLineInLittleMemory();
    void readsAHugeFileOfCommentsInLittleMemory();
    void portionsMakeNoDifference();
    void randomBytesDoNoHarm();
};

void TestPlainListReader::takesTheUrlsOfALine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &url) {
        QTest::newRow(name) << line << url;
    };
    row("a URL", "http://h.com/a", "http://h.com/a");
    row("white space around", " \t http://h.com/a \t ", "http://h.com/a");
    row("a comment behind a space", "http://h.com/a # home page", "http://h.com/a");
    row("a comment behind a tab", "http://h.com/a\t#home page", "http://h.com/a");
    row("a hash without white space is a fragment", "http://h.com/a#part", "http://h.com/a#part");
    row("a fragment and a comment", "http://h.com/a#part # home", "http://h.com/a#part");
    row("angle brackets", "<http://h.com/a>", "http://h.com/a");
    row("double quotes", "\"http://h.com/a\"", "http://h.com/a");
    row("single quotes", "'http://h.com/a'", "http://h.com/a");
    row("white space within the brackets", "< http://h.com/a >", "http://h.com/a");
    row("brackets and a comment", "<http://h.com/a> # home", "http://h.com/a");
    row("no scheme", "h.com/a", "https://h.com/a");
    row("another scheme", "FTP://h.com/A b", "FTP://h.com/A b");
    row("a mark in the middle of joined files", "\n\xef\xbb\xbfhttp://h.com/a", "http://h.com/a");
    row("white space within is escaped", "http://h.com/my file", "http://h.com/my%20file");
    row("UTF-8", "http://h.com/é", "http://h.com/%C3%A9");
    row("Latin-1", "http://h.com/\xe9", "http://h.com/%C3%A9");
    row("UTF-16", "\xff\xfeh\0.\0d\0e\0"_ba, "https://h.de/");
}

void TestPlainListReader::takesTheUrlsOfALine()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, url);
    const ImportResult result = readBytes(line);
    QVERIFY(!result.error);
    const auto &list = result.list;
    QCOMPARE(urlsOf(list), QByteArrayList{url});
    QCOMPARE(list.rejectedCount, 0);
    QCOMPARE(list.formatName, u"plain text"_s);
}

void TestPlainListReader::keepsTheOrderAndDropsDuplicates()
{
    const auto list = readBytes("# numbers\n"
                                "http://h.com/2\n"
                                "http://h.com/1\n"
                                "\n"
                                "HTTP://H.com:80/x/../2\n"
                                "http://h.com/2#part\n"
                                "http://h.com/1 # again\n"
                                "mailto:me@h.com\n"
                                "mailto:me@h.com\n"
                                "http://h.com/3\n")
                          .list;
    QCOMPARE(urlsOf(list), (QByteArrayList{"http://h.com/2", "http://h.com/1", "http://h.com/2#part",
                                           "mailto:me@h.com", "http://h.com/3"}));
    QCOMPARE(list.duplicates, 3);
    QVERIFY(list.rejected.isEmpty());
}

void TestPlainListReader::namesRejectedLinesByTheirNumber()
{
    const auto list = readBytes("# comment\r\n"
                                "  foo bar  \r\n"
                                "\r\n"
                                "http://h.com/\r\n"
                                "http://h.com:99999/ # port\r\n"
                                "<>\r\n"
                                "\"http://h.com/ # within quotes\"\r\n"
                                "http://h.com/\x01\r\n"
                                "http://h.com/1 http://h.com/2\r\n"
                                "http://")
                          .list;
    QCOMPARE(list.rejected, (QList<RejectedLine>{
                                {2, u"foo bar"_s, UrlProblem::NotAUrl},
                                {5, u"http://h.com:99999/ # port"_s, UrlProblem::BadPort},
                                {6, u"<>"_s, UrlProblem::Empty},
                                {7, u"\"http://h.com/ # within quotes\""_s, UrlProblem::NotAUrl},
                                {8, u"http://h.com/\u0001"_s, UrlProblem::BadCharacter},
                                {9, u"http://h.com/1 http://h.com/2"_s, UrlProblem::NotAUrl},
                                {10, u"http://"_s, UrlProblem::NoHost},
                            }));
    QCOMPARE(list.rejectedCount, 7);
    QCOMPARE(urlsOf(list), QByteArrayList{"http://h.com/"});
}

void TestPlainListReader::countsEveryKindOfLineEnd_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CR LF") << QByteArray("\r\n");
    QTest::newRow("CR") << QByteArray("\r");
}

void TestPlainListReader::countsEveryKindOfLineEnd()
{
    QFETCH(QByteArray, end);
    // Enough lines of a length such that blocks of 64 KiB end between CR and LF, too.
    QByteArray bytes;
    for (int i = 1; i <= 20'000; ++i)
        bytes += "http://h.com/" + QByteArray::number(i).rightJustified(5, '0') + end;
    bytes += end + "rejected" + end;
    const auto list = readBytes(bytes).list;
    QCOMPARE(list.entries.size(), 20'000);
    QCOMPARE(list.entries.constLast().url, "http://h.com/20000");
    QCOMPARE(list.rejected, (QList<RejectedLine>{{20'002, u"rejected"_s, UrlProblem::NotAUrl}}));

    const QByteArray few = "http://h.com/1" + end + end + "rejected" + end + "http://h.com/2";
    GeneratedDevice device(few, few.size(), 1);
    const auto fewList = PlainListReader().read(device, u"pipe"_s).list;
    QCOMPARE(urlsOf(fewList), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
    QCOMPARE(fewList.rejected, (QList<RejectedLine>{{3, u"rejected"_s, UrlProblem::NotAUrl}}));
}

void TestPlainListReader::cutsRejectedText()
{
    const QString longText = QString(199, u'a') + u"\U0001F600 b"_s;
    const auto list = readBytes("http://h.com/\n" + longText.toUtf8()).list;
    QCOMPARE(list.rejected, (QList<RejectedLine>{{2, QString(199, u'a'), UrlProblem::NotAUrl}}));
}

void TestPlainListReader::keepsTheFirstRejectedLinesAndCountsAll()
{
    const auto list = readBytes(QByteArray("no URL\n").repeated(2500) + "http://h.com/").list;
    QCOMPARE(list.rejectedCount, 2500);
    QCOMPARE(list.rejected.size(), maximumToldLines);
    QCOMPARE(list.rejected.constLast().line, maximumToldLines);
}

void TestPlainListReader::rejectsWhatIsTooLongAndGoesOn()
{
    const QByteArray tooLong = "http://h.com/" + QByteArray(maximumUrlBytes, 'a');
    for (const qsizetype length : {tooLong.size(), qsizetype(300'000), maximumUrlBytes + 1}) {
        const QByteArray line = tooLong.leftJustified(length, 'a', true);
        const auto list = readBytes("http://h.com/1\n" + line + "\nhttp://h.com/2\n#" + line + '\n').list;
        QCOMPARE(urlsOf(list), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
        QCOMPARE(list.rejected,
                 (QList<RejectedLine>{{2, QString::fromLatin1(line.first(200)), UrlProblem::TooLong}}));
    }
}

void TestPlainListReader::takesTheLongestUrl()
{
    const QByteArray longest = QByteArray("http://h.com/").leftJustified(maximumUrlBytes, 'a');
    const auto list = readBytes("http://h.com/1\r\n" + longest + "\r\n" + longest + "b").list;
    QCOMPARE(urlsOf(list), (QByteArrayList{"http://h.com/1", longest}));
    QCOMPARE(list.rejected.value(0).line, 3);
}

void TestPlainListReader::aBadEncodingIsAMatterOfItsLine()
{
    const auto utf8 = readBytes("http://h.com/é€\nhttp://h.com/\xff\nhttp://h.com/2\n").list;
    QCOMPARE(utf8.entries.size(), 2);
    QCOMPARE(utf8.rejected, (QList<RejectedLine>{{2, u"http://h.com/\ufffd"_s, UrlProblem::BadCharacter}}));

    const QByteArray surrogate = "\xff\xfeh\0.\0d\0e\0\n\0h\0.\0d\0e\0/\0\0\xd8"_ba;
    const auto utf16 = readBytes(surrogate).list;
    QCOMPARE(utf16.entries.size(), 1);
    QCOMPARE(utf16.rejectedCount, 1);
    QCOMPARE(utf16.rejected.constFirst().problem, UrlProblem::BadCharacter);

    const QByteArray truncated = "h\0.\0d\0e\0\n\0h\0.\0d\0e"_ba;
    const auto cut = readBytes(truncated).list;
    QCOMPARE(urlsOf(cut), QByteArrayList{"https://h.de/"});
    QCOMPARE(cut.rejected, (QList<RejectedLine>{{2, u"h.d\ufffd"_s, UrlProblem::BadCharacter}}));
}

void TestPlainListReader::saysWhyThereIsNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &bytes, const char16_t *message) {
        QTest::newRow(name) << bytes << QString::fromUtf16(message);
    };
    row("nothing", "", u"Cannot import list.txt: it is empty, or holds nothing but comments.");
    row("a mark", "\xef\xbb\xbf", u"Cannot import list.txt: it is empty, or holds nothing but comments.");
    row("blank lines and comments", "\n \r\n# comment\n\t#\n",
        u"Cannot import list.txt: it is empty, or holds nothing but comments.");
    row("prose", "\n# comment\nIt was a dark and stormy night.\nThe end\n",
        u"Cannot import list.txt: no line of it is a URL; the first that should be one is line 3.");
    row("NULs", "http://h.com/\n\0"_ba,
        u"Cannot import list.txt: it is not a text file, for it holds NUL bytes.");
    row("control characters", QByteArray("ab\x01\x02\x03").repeated(10),
        u"Cannot import list.txt: it is not a text file, for it holds many control characters.");
    row("Cyrillic in an 8-bit encoding", "http://h.com/\n\n\xcf\xf0\xe8\xe2\xe5\xf2\n",
        u"Cannot import list.txt: from line 3 on, it is neither UTF-8 nor UTF-16 nor Western European text; "
        u"save it as UTF-8.");
}

void TestPlainListReader::saysWhyThereIsNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const ImportResult result = readBytes(bytes);
    QVERIFY(result.error.has_value());
    QCOMPARE(englishMessage(*result.error), message);
}

void TestPlainListReader::saysWhenTheDeviceFails()
{
    const QByteArray line = "http://h.com/\n";
    GeneratedDevice device(line, line.size() * 10'000 + 5, 1000);
    device.failAtEnd();
    const ImportResult result = PlainListReader().read(device, u"list.txt"_s);
    QCOMPARE(result.error,
             ImportError(ImportFailure::CannotRead, u"list.txt"_s, u"the disk is gone"_s, 10'001));
    QCOMPARE(urlsOf(result.list), QByteArrayList{"http://h.com/"}); // what came before is there
}

void TestPlainListReader::readsAHugeLineInLittleMemory()
{
    constexpr qint64 hugeBytes = 100'000'000;
    const QByteArray first = "http://h.com/1\n";
    GeneratedDevice device(QByteArray(4096, 'a'), hugeBytes, 1 << 20);
    device.setPrefix(first);
    const qint64 before = peakMemoryBytes();
    const auto list = PlainListReader().read(device, u"list.txt"_s).list;
    QCOMPARE(urlsOf(list), QByteArrayList{"http://h.com/1"});
    QCOMPARE(list.rejected, (QList<RejectedLine>{{2, QString(200, u'a'), UrlProblem::TooLong}}));
    QVERIFY(peakMemoryBytes() - before < 8'000'000);
}

void TestPlainListReader::readsAHugeFileOfCommentsInLittleMemory()
{
    const QByteArray comments = QByteArray("# a comment, again and again\n").repeated(100);
    GeneratedDevice device(comments + "http://h.com/\n", 20'000'000, 1 << 20);
    const qint64 before = peakMemoryBytes();
    const auto list = PlainListReader().read(device, u"list.txt"_s).list;
    QCOMPARE(urlsOf(list).first(1), QByteArrayList{"http://h.com/"});
    QVERIFY(list.duplicates > 6'000);
    QVERIFY(peakMemoryBytes() - before < 8'000'000);
}

void TestPlainListReader::portionsMakeNoDifference()
{
    const QByteArray bytes = "\xef\xbb\xbfhttp://h.com/é\r\n\r\n# ü\rfoo bar\nhttp://h.com/€\n";
    const auto whole = readBytes(bytes).list;
    for (int portion = 1; portion < 20; ++portion) {
        GeneratedDevice device(bytes, bytes.size(), portion);
        device.setSequential(portion % 2 == 0);
        const auto list = PlainListReader().read(device, u"pipe"_s).list;
        QCOMPARE(list.entries, whole.entries);
        QCOMPARE(list.rejected, whole.rejected);
    }
}

void TestPlainListReader::randomBytesDoNoHarm()
{
    QRandomGenerator random(20261122);
    qint64 lists = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = round % 3 == 0 ? "http://h.com/\n" : "";
        for (int i = random.bounded(400); i > 0; --i) {
            const bool wild = random.bounded(round % 7 + 1) == 0;
            bytes += static_cast<char>(wild ? random.bounded(256) : random.bounded(0x20, 0x7f));
        }
        const ImportResult result = readBytes(bytes);
        for (const UrlEntry &entry : result.list.entries)
            QVERIFY(QByteArrayView(entry.url).isValidUtf8());
        if (!result.error) {
            ++lists;
        } else {
            QVERIFY(englishMessage(*result.error).contains(u"list.txt"));
        }
    }
    QVERIFY(lists > 100);
}

QTEST_APPLESS_MAIN(TestPlainListReader)
#include "tst_plainlistreader.moc"
