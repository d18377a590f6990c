// SPDX-License-Identifier: MIT
#include "core/lists/listreader.h"
#include "tests/lists/generateddevice.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

QString messageOf(const ImportResult &result)
{
    return result.error ? englishMessage(*result.error) : u"no error"_s;
}

} // namespace

class TestListReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAFileAndLeavesItAlone();
    void readsAFileOfAnyName_data();
    void readsAFileOfAnyName();
    void readsAPipeThatGivesByteByByte();
    void tellsWhichLineIsWhat();
    void tellsTheFirstThousandLinesOfAKind();
    void findsDuplicatesThatAreFarApart();
    void readsAsTheFormatThatIsChosen();
    void unpacksWhateverIsChosen();
    void refusesAMissingFile();
    void refusesAFolder();
    void refusesAFileWithoutPermission();
    void refusesAnEmptyFile();
    void refusesABinaryFile();
    void refusesAFileThatCannotBeRead();
    void readersHaveNamesAndSuffixesOfTheirOwn();
    void everyFailureIsOneSentenceThatNamesTheSource_data();
    void everyFailureIsOneSentenceThatNamesTheSource();

private:
    QString write(const QString &name, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestListReader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestListReader::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return written ? file.fileName() : QString();
}

void TestListReader::readsAFileAndLeavesItAlone()
{
    const QByteArray bytes = "http://h.com/1\nfoo bar\nhttp://h.com/1\n";
    const QString path = write(u"list.txt"_s, bytes);
    const auto list = readListFile(path).list;
    QCOMPARE(list.entries, UrlList{UrlEntry("http://h.com/1")});
    QCOMPARE(list.duplicates, 1);
    QCOMPARE(list.rejected, (QList<RejectedLine>{{2, u"foo bar"_s, UrlProblem::NotAUrl}}));
    QCOMPARE(list.formatName, u"plain text"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestListReader::readsAFileOfAnyName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("txt") << u"list.txt"_s;
    QTest::newRow("TXT") << u"LIST.TXT"_s;
    QTest::newRow("no suffix") << u"list"_s;
    QTest::newRow("another suffix") << u"list.conf"_s;
    QTest::newRow("a name in every script") << u"Liste %1 ä 日本 \U0001F600.txt"_s;
}

void TestListReader::readsAFileOfAnyName()
{
    QFETCH(QString, name);
    const QString path = write(name, "http://h.com/\n");
    QCOMPARE(readListFile(path).list.entries.size(), 1);
    const QString empty = write(name, "");
    QCOMPARE(messageOf(readListFile(empty)),
             u"Cannot import "_s + empty + u": it is empty, or holds nothing but comments."_s);
}

void TestListReader::readsAPipeThatGivesByteByByte()
{
    const QByteArray line = "http://h.com/\xc3\xa9\n";
    GeneratedDevice device(line, line.size() * 2000, 1);
    device.setSequential(true);
    const auto list = readList(device, u"standard input"_s).list;
    QCOMPARE(list.entries, UrlList{UrlEntry("http://h.com/%C3%A9")});
    QCOMPARE(list.duplicates, 1999);
}

void TestListReader::tellsWhichLineIsWhat()
{
    const auto list = readListFile(write(u"list.txt"_s, "# comment\nhttp://h.com/1\nh.com/2\n\nfoo bar\n"
                                                        "HTTP://H.com:80/1\nhttp://h.com/3\n"))
                          .list;
    QCOMPARE(list.entryLines, (QList<qint64>{2, 3, 7}));
    QCOMPARE(list.duplicateLines, (QList<DuplicateLine>{{6, u"HTTP://H.com:80/1"_s, 2}}));
    QCOMPARE(list.rejected, (QList<RejectedLine>{{5, u"foo bar"_s, UrlProblem::NotAUrl}}));
}

void TestListReader::tellsTheFirstThousandLinesOfAKind()
{
    QByteArray bytes;
    for (int i = 0; i < 1500; ++i)
        bytes += "http://h.com/" + QByteArray::number(i) + "\nhttp://h.com/" + QByteArray::number(i) + '\n';
    const auto list = readListFile(write(u"list.txt"_s, bytes)).list;
    QCOMPARE(list.entries.size(), 1500);
    QCOMPARE(list.duplicates, 1500);
    QCOMPARE(list.entryLines.size(), maximumToldLines);
    QCOMPARE(list.entryLines.constLast(), 2 * maximumToldLines - 1);
    QCOMPARE(list.duplicateLines.size(), maximumToldLines);
    QCOMPARE(list.duplicateLines.constLast().line, 2 * maximumToldLines);
    QCOMPARE(list.duplicateLines.constLast().firstLine, 2 * maximumToldLines - 1);
}

void TestListReader::findsDuplicatesThatAreFarApart()
{
    constexpr qint64 urls = 30'000;
    QByteArray bytes;
    for (qint64 i = 0; i < urls; ++i)
        bytes += "http://h.com/" + QByteArray::number(i) + '\n';
    const auto list = readListFile(write(u"list.txt"_s, bytes + bytes)).list;
    QCOMPARE(list.entries.size(), urls);
    QCOMPARE(list.entries.constLast(), UrlEntry("http://h.com/29999"));
    QCOMPARE(list.duplicates, urls);
    for (const DuplicateLine &duplicate : list.duplicateLines)
        QCOMPARE(duplicate.firstLine, duplicate.line - urls);
}

void TestListReader::readsAsTheFormatThatIsChosen()
{
    const QString path = write(u"list.csv"_s, "name,url\nA,http://h.com/1\n");
    QCOMPARE(readListFile(path).list.formatName, u"table"_s);
    ImportChoices choices;
    for (const ListReader *reader : listReaders()) {
        choices.formatName = reader->formatName();
        const auto list = readListFile(path, choices).list;
        QCOMPARE(list.formatName, reader->unpacks() ? u"table"_s : reader->formatName());
    }
    choices.formatName = u"no format"_s;
    QCOMPARE(readListFile(path, choices).list.formatName, u"table"_s);
}

void TestListReader::unpacksWhateverIsChosen()
{
    // "name,url\nA,http://h.com/1\n"
    const QString path =
        write(u"list.csv.gz"_s,
              QByteArray::fromBase64("H4sIAAAAAAAC/8tLzE3VKS3K4XLUySgpKbDS18/QS87P1TfkAgBCf+m8GgAAAA=="));
    const ImportResult asTable = readListFile(path);
    if (asTable.list.formatName != u"table"_s)
        QSKIP("built without zlib, so .gz is not read; install zlib's headers and configure anew");
    ImportChoices choices;
    choices.formatName = u"text"_s;
    QCOMPARE(readListFile(path, choices).list.formatName, u"text"_s);
    choices.formatName.clear();
    choices.hasHeader = false;
    QCOMPARE(readListFile(path, choices).list.rejectedCount, 1);
}

void TestListReader::refusesAMissingFile()
{
    const QString path = m_folder->filePath(u"missing.txt"_s);
    const ImportResult result = readListFile(path);
    QCOMPARE(result.error->failure, ImportFailure::CannotOpen);
    QCOMPARE(messageOf(result), u"Cannot open "_s + path + u": No such file or directory."_s);
}

void TestListReader::refusesAFolder()
{
    QCOMPARE(readListFile(m_folder->path()),
             ImportResult(ImportError(ImportFailure::CannotOpen, m_folder->path(), u"it is a folder"_s)));
}

void TestListReader::refusesAFileWithoutPermission()
{
    const QString path = write(u"list.txt"_s, "http://h.com/\n");
    QVERIFY(QFile::setPermissions(path, {}));
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        QSKIP("root may read every file; run as another user");
    const ImportResult result = readListFile(path);
    QCOMPARE(result.error->failure, ImportFailure::CannotOpen);
    QCOMPARE(messageOf(result), u"Cannot open "_s + path + u": Permission denied."_s);
}

void TestListReader::refusesAnEmptyFile()
{
    const QString path = write(u"list.txt"_s, "");
    QCOMPARE(readListFile(path).error, ImportError(ImportFailure::Empty, path, {}));
}

void TestListReader::refusesABinaryFile()
{
    const QString path = write(u"list.txt"_s, "\177ELF\2\1\1\0\0\0\0\0"_ba);
    QCOMPARE(messageOf(readListFile(path)),
             u"Cannot import "_s + path + u": it is not a text file, for it holds NUL bytes."_s);
}

void TestListReader::refusesAFileThatCannotBeRead()
{
    const QString path = u"/proc/self/mem"_s; // opens, but has nothing at its beginning
    if (QFile file(path); !file.open(QIODevice::ReadOnly))
        QSKIP("this system has no /proc/self/mem, a file that opens and cannot be read (Linux has)");
    QCOMPARE(messageOf(readListFile(path)), u"Cannot read /proc/self/mem to its end: Input/output error."_s);
}

void TestListReader::readersHaveNamesAndSuffixesOfTheirOwn()
{
    QSet<QString> names;
    QSet<QString> suffixes;
    qsizetype suffixCount = 0;
    for (const ListReader *reader : listReaders()) {
        QVERIFY(!reader->formatName().isEmpty());
        names.insert(reader->formatName());
        for (const QString &suffix : reader->fileSuffixes()) {
            QVERIFY(!suffix.isEmpty() && !suffix.startsWith(u'.'));
            suffixes.insert(suffix);
            ++suffixCount;
            const QString name = u"list."_s + suffix;
            QVERIFY(reader->recognise({}, name) > reader->recognise({}, u"list"_s));
        }
    }
    QVERIFY(!listReaders().empty());
    QCOMPARE(names.size(), static_cast<qsizetype>(listReaders().size()));
    QCOMPARE(suffixes.size(), suffixCount);
}

void TestListReader::everyFailureIsOneSentenceThatNamesTheSource_data()
{
    QTest::addColumn<int>("failure");
    for (int i = 0; i <= static_cast<int>(ImportFailure::Malformed); ++i)
        QTest::newRow(QByteArray::number(i)) << i;
}

void TestListReader::everyFailureIsOneSentenceThatNamesTheSource()
{
    QFETCH(int, failure);
    const QString message =
        englishMessage(ImportError(static_cast<ImportFailure>(failure), u"my list"_s, u"the reason"_s, 7));
    QVERIFY2(message.contains(u" my list"), qPrintable(message));
    QVERIFY2(message.endsWith(u'.') && message.count(u'.') == 1, qPrintable(message));
}

QTEST_APPLESS_MAIN(TestListReader)
#include "tst_listreader.moc"
