// SPDX-License-Identifier: MIT
#include "core/reports/reportfile.h"
#include "core/reports/resultwriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace rollcall;
using namespace rollcall::test;

namespace {

const ReportFormat &csvFormat()
{
    return *reportFormat("csv");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QList<CheckResult> manyResults()
{
    return QList<CheckResult>(2000, completeResult());
}

#ifdef Q_OS_UNIX
/// Makes every file of this process end at so many bytes, as a full disk would.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};
#endif

} // namespace

class ResultWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(QStringLiteral("report.csv"));
    }

    void formatsAreFoundByTheirId()
    {
        QSet<QByteArray> ids;
        for (const ReportFormat &format : reportFormats()) {
            QCOMPARE(reportFormat(format.id), &format);
            ids.insert(format.id);
        }
        QCOMPARE(ids.size(), reportFormats().size());
        const QSet<QByteArray> expected = {"csv",   "jsonl",      "xlsx",     "html",   "markdown",
                                           "junit", "prometheus", "failures", "sitemap"};
        QCOMPARE(ids, expected);
        QCOMPARE(reportFormat("docx"), nullptr);
    }

    void aFormatThatIsNotBuiltInSaysWhatItNeeds()
    {
        for (const ReportFormat &format : reportFormats())
            QVERIFY(format.isBuiltIn() || format.needs != nullptr);
    }

    void everyFormatNoticesAFullDisk()
    {
        for (const ReportFormat &format : reportFormats()) {
            if (!format.isBuiltIn())
                continue;
            FailingDevice full(0);
            const auto writer = format.makeWriter(full, {});
            const bool written = writer->begin() &&
                                 writer->write(failure(ErrorKind::Timeout, QStringLiteral("detail"))) &&
                                 writer->end();
            QVERIFY2(!written, format.id);
            QVERIFY2(writer->problem().isEmpty(), format.id);
        }
    }

    void aReportIsWrittenWithItsOptions()
    {
        ReportOptions options;
        options.separator = ';';
        QCOMPARE(saveReport(m_path, csvFormat(), options, {completeResult()}), QString());
        const QByteArrayList lines = contentOf(m_path).split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(1).startsWith("http://example.com/;https://www.example.com/;ok;"));
    }

    void anExistingFileIsReplacedWhole()
    {
        writeFile(m_path, QByteArray(1 << 20, 'x'));
        QCOMPARE(saveReport(m_path, *reportFormat("jsonl"), {}, {completeResult()}), QString());
        const QByteArray content = contentOf(m_path);
        QVERIFY(content.startsWith('{') && content.endsWith("}\n"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("report.csv")});
    }

    void untilItIsWholeTheOldFileStays()
    {
        writeFile(m_path, "old");
        {
            ReportFile file(m_path, csvFormat(), {});
            QCOMPARE(file.open(), QString());
            QCOMPARE(file.write(completeResult()), QString());
            QCOMPARE(contentOf(m_path), QByteArray("old"));
        }
        QCOMPARE(contentOf(m_path), QByteArray("old"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("report.csv")});
    }

    void aFolderInItsPlaceIsSaid()
    {
        const QString sentence = saveReport(m_folder->path(), csvFormat(), {}, {});
        QVERIFY2(sentence.startsWith(QStringLiteral("Cannot write \"%1\": ").arg(m_folder->path())),
                 qUtf8Printable(sentence));
        QVERIFY(sentence.endsWith(u'.'));
    }

    void aMissingFolderIsSaid()
    {
        const QString path = m_folder->filePath(QStringLiteral("no/such/folder/report.csv"));
        const QString sentence = saveReport(path, csvFormat(), {}, {});
        QCOMPARE(sentence, QStringLiteral("Cannot write \"%1\": No such file or directory.").arg(path));
    }

#ifdef Q_OS_UNIX
    void aFolderWithoutPermissionIsSaid()
    {
        if (::geteuid() == 0)
            QSKIP("root may write anywhere; run as another user");
        QVERIFY(::chmod(qUtf8Printable(m_folder->path()), 0500) == 0);
        const QString sentence = saveReport(m_path, csvFormat(), {}, {});
        ::chmod(qUtf8Printable(m_folder->path()), 0700);
        QCOMPARE(sentence, QStringLiteral("Cannot write \"%1\": Permission denied.").arg(m_path));
    }

    void whenTheDiskIsFullTheOldFileIsUntouched()
    {
        writeFile(m_path, "old");
        QString sentence;
        {
            const FileSizeLimit limit(65'536);
            sentence = saveReport(m_path, csvFormat(), {}, manyResults());
        }
        QCOMPARE(
            sentence,
            QStringLiteral("Cannot write \"%1\": File too large; the old file is untouched.").arg(m_path));
        QCOMPARE(contentOf(m_path), QByteArray("old"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("report.csv")});
    }

    void aFullDiskIsNoticedOnTheLastBytesToo()
    {
        writeFile(m_path, "old");
        QString sentence;
        {
            const FileSizeLimit limit(100); // less than the buffer: only commit() can notice
            sentence = saveReport(m_path, csvFormat(), {}, {completeResult()});
        }
        QVERIFY2(sentence.contains(m_path), qUtf8Printable(sentence));
        QCOMPARE(contentOf(m_path), QByteArray("old"));
    }

    void aFullDeviceIsSaid()
    {
        const QString path = QStringLiteral("/dev/full");
        if (!QFile::exists(path))
            QSKIP("this system has no /dev/full, the device that is always full (Linux has)");
        QCOMPARE(saveReport(path, csvFormat(), {}, {completeResult()}),
                 QStringLiteral("Cannot write \"/dev/full\": No space left on device."));
    }

    void aPipeIsWrittenToAndNotReplaced()
    {
        const QByteArray path = QFile::encodeName(m_path);
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        const int reader = ::open(path.constData(), O_RDWR | O_NONBLOCK);
        QVERIFY(reader != -1);
        QCOMPARE(saveReport(m_path, csvFormat(), {}, {completeResult()}), QString());

        std::array<char, 4096> text{};
        const auto size = ::read(reader, text.data(), text.size());
        ::close(reader);
        struct stat status {
        };
        QCOMPARE(::stat(path.constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
        QCOMPARE(QByteArray(text.data(), size).count("\r\n"), 2);
    }

    void aSymbolicLinkKeepsPointing()
    {
        const QString target = m_folder->filePath(QStringLiteral("target.csv"));
        writeFile(target, "old");
        QVERIFY(QFile::link(target, m_path));
        QCOMPARE(saveReport(m_path, csvFormat(), {}, {completeResult()}), QString());
        QVERIFY(QFileInfo(m_path).isSymLink());
        QVERIFY(contentOf(target).startsWith("url,"));
    }
#endif

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(ResultWriterTest)
#include "tst_resultwriter.moc"
