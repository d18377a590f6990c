// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/importer.h"
#include "ui/importsummary.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace rollcall;
using namespace rollcall::test;

class TestImporter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatTheListHoldsIsADuplicate();
    void sourcesAreHeldAgainstEachOther();
    void skippedLinesKeepTheirNumbersAndTheirSource();
    void aSourceThatCannotBeReadDoesNotStopTheOthers();
    void aFolderStandsForTheListsInIt();
    void importsWaitUntilTheListIsThere();
    void eachImportSeesWhatTheOneBeforeBrought();
    void readingIsDoneInAnotherThread();
    void theSummarySaysWhatHappened_data();
    void theSummarySaysWhatHappened();
    void theSummaryNamesAFewErrorsAndCountsTheRest();

private:
    QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void TestImporter::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestImporter::whatTheListHoldsIsADuplicate()
{
    const QString path = file(QStringLiteral("a.txt"), "http://old/\nhttp://new/\nhttp://new/\n");
    const ImportOutcome outcome = readSources({ImportSource::file(path)}, urls({"http://old/"}));
    QCOMPARE(outcome.added, urls({"http://new/"}));
    QCOMPARE(outcome.duplicates, 2);
}

void TestImporter::sourcesAreHeldAgainstEachOther()
{
    const QString path = file(QStringLiteral("a.txt"), "http://one/\nhttp://two/\n");
    const ImportSource text =
        ImportSource::pasted(QStringLiteral("http://two/\nhttp://three/"), QStringLiteral("text"));
    const ImportOutcome outcome = readSources({ImportSource::file(path), text}, {});
    QCOMPARE(outcome.added, urls({"http://one/", "http://two/", "http://three/"}));
    QCOMPARE(outcome.duplicates, 1);
}

void TestImporter::skippedLinesKeepTheirNumbersAndTheirSource()
{
    const QString path = file(QStringLiteral("a.txt"), "http://one/\nno URL at all\n");
    const ImportOutcome outcome = readSources({ImportSource::file(path)}, {});
    QCOMPARE(outcome.skippedCount, 1);
    QCOMPARE(outcome.skipped.size(), 1);
    QCOMPARE(outcome.skipped.first().sourceName, path);
    QCOMPARE(outcome.skipped.first().line.line, 2);
    QCOMPARE(outcome.skipped.first().line.text, QStringLiteral("no URL at all"));
}

void TestImporter::aSourceThatCannotBeReadDoesNotStopTheOthers()
{
    const QString missing = m_folder.filePath(QStringLiteral("missing.txt"));
    const QString path = file(QStringLiteral("a.txt"), "http://one/\n");
    const ImportOutcome outcome = readSources({ImportSource::file(missing), ImportSource::file(path)}, {});
    QCOMPARE(outcome.added, urls({"http://one/"}));
    QCOMPARE(outcome.errors.size(), 1);
    QCOMPARE(outcome.errors.first().failure, ImportFailure::CannotOpen);
    QVERIFY(importSummary(outcome).contains(missing));
}

void TestImporter::aFolderStandsForTheListsInIt()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("deep/down")));
    const auto write = [&folder](const char *name, const QByteArray &content) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    QVERIFY(write("a.txt", "http://one/\nno URL at all\n"));
    QVERIFY(write("deep/down/b.txt", "http://two/\nhttp://one/\n"));
    const ImportSource source = ImportSource::file(folder.path());
    QVERIFY(write("picture.png", QByteArray("\x89PNG\r\n\0\0", 8)));
    const ImportOutcome outcome = readSources({source}, {});
    QCOMPARE(outcome.added, urls({"http://one/", "http://two/"}));
    QCOMPARE(outcome.duplicates, 1);
    QCOMPARE(outcome.skipped.size(), 1);
    QCOMPARE(outcome.errors.size(), 0);

    const QTemporaryDir empty;
    const ImportOutcome nothing = readSources({ImportSource::file(empty.path())}, {});
    QCOMPARE(nothing.errors.size(), 1);
    QVERIFY(importSummary(nothing).contains(empty.path()));
}

void TestImporter::importsWaitUntilTheListIsThere()
{
    UrlList list;
    Importer importer([&list] { return ImportTarget(5, list); });
    QSignalSpy imported(&importer, &Importer::imported);
    importer.import({ImportSource::pasted(QStringLiteral("http://one/"), QStringLiteral("text"))});
    QVERIFY(importer.isBusy());
    list = urls({"http://one/"});
    importer.begin();
    QVERIFY(imported.wait());
    QCOMPARE(imported.first().first().value<ImportOutcome>().duplicates, 1);
    QCOMPARE(imported.first().first().value<ImportOutcome>().listId, 5);
    QVERIFY(!importer.isBusy());
}

void TestImporter::eachImportSeesWhatTheOneBeforeBrought()
{
    UrlList list;
    Importer importer([&list] { return ImportTarget(5, list); });
    QList<qsizetype> added;
    connect(&importer, &Importer::imported, this, [&](const ImportOutcome &outcome) {
        list += outcome.added;
        added.append(outcome.added.size());
    });
    importer.begin();
    importer.import(
        {ImportSource::pasted(QStringLiteral("http://one/\nhttp://two/"), QStringLiteral("text"))});
    importer.import(
        {ImportSource::pasted(QStringLiteral("http://two/\nhttp://three/"), QStringLiteral("text"))});
    QTRY_COMPARE(added, (QList<qsizetype>{2, 1}));
}

void TestImporter::readingIsDoneInAnotherThread()
{
    QObject owner;
    QThread *worker = nullptr;
    QThread *receiver = nullptr;
    {
        BackgroundQueue queue(owner);
        queue.run([] { return QThread::currentThread(); },
                  [&](QThread *thread) {
                      worker = thread;
                      receiver = QThread::currentThread();
                  });
        QTRY_VERIFY(worker);
    }
    QVERIFY(worker != QThread::currentThread());
    QCOMPARE(receiver, QThread::currentThread());
}

void TestImporter::theSummarySaysWhatHappened_data()
{
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("duplicates");
    QTest::addColumn<int>("skipped");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("all") << 1204 << 3 << 2
                         << QStringLiteral("1,204 URL(s) added, 3 duplicate(s) and 2 line(s) skipped.");
    QTest::newRow("duplicates") << 5 << 1 << 0 << QStringLiteral("5 URL(s) added, 1 duplicate(s) skipped.");
    QTest::newRow("lines") << 5 << 0 << 7 << QStringLiteral("5 URL(s) added, 7 line(s) skipped.");
    QTest::newRow("nothing to say") << 5 << 0 << 0 << QStringLiteral("5 URL(s) added.");
}

void TestImporter::theSummarySaysWhatHappened()
{
    QFETCH(int, added);
    QFETCH(int, duplicates);
    QFETCH(int, skipped);
    ImportOutcome outcome;
    outcome.added = manyUrls(added);
    outcome.duplicates = duplicates;
    outcome.skippedCount = skipped;
    QTEST(importSummary(outcome), "sentence");
}

void TestImporter::theSummaryNamesAFewErrorsAndCountsTheRest()
{
    ImportOutcome outcome;
    for (int i = 0; i < 5; ++i)
        outcome.errors.append(ImportError(ImportFailure::Binary, QStringLiteral("file%1").arg(i), {}));
    const QString summary = importSummary(outcome);
    QVERIFY(summary.contains(QStringLiteral("file2")));
    QVERIFY(!summary.contains(QStringLiteral("file3")));
    QVERIFY(summary.contains(QStringLiteral("2 more could not be read.")));
    QVERIFY(!summary.contains(QStringLiteral("added")));
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
