// SPDX-License-Identifier: MIT
// Files that a store cannot or must not use.
#include "core/history/store.h"

#include "core/history/schema.h"
#include "tests/history/storetools.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace rollcall;
using namespace rollcall::test;

class tst_StoreFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anEmptyFileIsANewOne();
    void garbageIsDamagedAndLeftAlone();
    void aDamagedPageIsNoticedAndLeftAlone();
    void damageFoundWhileWritingEndsTheWriting();
    void anotherProgramsDatabaseIsLeftAlone();
    void aNewerVersionIsLeftAlone();
    void writesAreDroppedAfterAFailureToOpen();
    void aFileInPlaceOfTheFolderCannotBeOpened();
    void aFolderInPlaceOfTheFileCannotBeOpened();
    void aFullDiskIsSaidAndSurvived();

private:
    void makeStore(int entries);
    void write(const QByteArray &content);
    QString path() const { return m_folder->filePath(QStringLiteral("store.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_StoreFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

// Leaves a sound file behind.
void tst_StoreFile::makeStore(int entries)
{
    WatchedStore watched(path());
    watched.load();
    QList<StoredEntry> list;
    for (int id = 1; id <= entries; ++id)
        list.append({id, UrlEntry("https://example.com/" + QByteArray::number(id))});
    watched.store.addEntries(list);
    QVERIFY(watched.flush());
}

void tst_StoreFile::write(const QByteArray &content)
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void tst_StoreFile::anEmptyFileIsANewOne()
{
    write({});
    WatchedStore watched(path());
    QCOMPARE(watched.load(), QList<StoredEntry>());
    QCOMPARE(watched.failure(), std::nullopt);
    watched.store.addEntries({StoredEntry(1, UrlEntry("http://a/"))});
    QVERIFY(watched.flush());
}

void tst_StoreFile::garbageIsDamagedAndLeftAlone()
{
    const QByteArray garbage = QByteArray("this is a letter to a friend\n").repeated(1000);
    write(garbage);
    {
        WatchedStore watched(path());
        watched.load();
        QCOMPARE(watched.failure(), StoreFailure::Damaged);
        QCOMPARE(watched.detail(), QStringLiteral("file is not a database"));
        watched.store.addEntries({StoredEntry(1, UrlEntry("http://a/"))});
    }
    QCOMPARE(contentOf(path()), garbage);
}

void tst_StoreFile::aDamagedPageIsNoticedAndLeftAlone()
{
    constexpr qsizetype pageBytes = 4096;
    constexpr int pages = 6; // in the middle of the file: some of the table, some of its index
    makeStore(4000);
    const QByteArray sound = contentOf(path());
    for (int page = 0; page < pages; ++page) {
        QByteArray damaged = sound;
        const qsizetype at = (sound.size() / pageBytes / 2 + page) * pageBytes;
        damaged.replace(at, pageBytes, QByteArray(pageBytes, '\xff'));
        write(damaged);
        {
            WatchedStore watched(path());
            QCOMPARE(watched.load(), QList<StoredEntry>());
            QCOMPARE(watched.failure(), StoreFailure::Damaged);
            QCOMPARE(watched.detail(), QStringLiteral("database disk image is malformed"));
            watched.store.addEntries({StoredEntry(9999, UrlEntry("http://a/"))});
            QVERIFY(!watched.flush());
        }
        QCOMPARE(contentOf(path()), damaged);
    }
}

// Loading does not read the table of lists; the foreign key of a new entry does.
void tst_StoreFile::damageFoundWhileWritingEndsTheWriting()
{
    constexpr qsizetype pageBytes = 4096;
    makeStore(1);
    const qsizetype page =
        ask(path(), QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = 'lists'")).toInt() - 1;
    QByteArray damaged = contentOf(path());
    damaged.replace(page * pageBytes, pageBytes, QByteArray(pageBytes, '\xff'));
    write(damaged);
    {
        WatchedStore watched(path());
        QCOMPARE(watched.load().size(), 1);
        watched.store.addEntries({StoredEntry(2, UrlEntry("http://a/"))});
        watched.store.flush();
        QTRY_COMPARE(watched.failureCount(), 2); // of the write and of flush()
        QCOMPARE(watched.failure(), StoreFailure::Damaged);
        watched.store.saveResults({StoredResult(1, fullResult("http://a/"))});
        QVERIFY(!watched.flush());
    }
    QCOMPARE(contentOf(path()), damaged);
}

void tst_StoreFile::anotherProgramsDatabaseIsLeftAlone()
{
    ask(path(), QStringLiteral("CREATE TABLE theirs (x)"));
    const QByteArray content = contentOf(path());
    QVERIFY(!content.isEmpty());
    {
        WatchedStore watched(path());
        watched.load();
        QCOMPARE(watched.failure(), StoreFailure::Damaged);
        QCOMPARE(watched.detail(), QStringLiteral("the file is a database of another program"));
    }
    QCOMPARE(contentOf(path()), content);
}

void tst_StoreFile::aNewerVersionIsLeftAlone()
{
    makeStore(1);
    const int newer = schema::latestVersion() + 1;
    ask(path(), QStringLiteral("PRAGMA user_version = %1").arg(newer));
    const QByteArray content = contentOf(path());
    {
        WatchedStore watched(path());
        watched.load();
        QCOMPARE(watched.failure(), StoreFailure::TooNew);
        QCOMPARE(watched.detail(), QStringLiteral("the file has version %1, this program knows %2")
                                       .arg(newer)
                                       .arg(schema::latestVersion()));
    }
    QCOMPARE(contentOf(path()), content);
}

void tst_StoreFile::writesAreDroppedAfterAFailureToOpen()
{
    write("garbage");
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({StoredEntry(1, UrlEntry("http://a/"))});
    watched.store.removeEntries({1});
    QVERIFY(!watched.flush());
    QCOMPARE(watched.failureCount(), 2); // of load() and of flush(), and none of the writes

    QVERIFY(QFile::remove(path()));
    watched.failure();
    QCOMPARE(watched.load(), QList<StoredEntry>());
    QCOMPARE(watched.failure(), std::nullopt);
}

void tst_StoreFile::aFileInPlaceOfTheFolderCannotBeOpened()
{
    write("a file");
    WatchedStore watched(path() + QStringLiteral("/store.sqlite"));
    watched.load();
    QCOMPARE(watched.failure(), StoreFailure::CannotOpen);
    QCOMPARE(watched.detail(), QStringLiteral("cannot create the folder %1").arg(path()));
    QCOMPARE(contentOf(path()), QByteArray("a file"));
}

void tst_StoreFile::aFolderInPlaceOfTheFileCannotBeOpened()
{
    QVERIFY(QDir().mkdir(path()));
    WatchedStore watched(path());
    watched.load();
    QCOMPARE(watched.failure(), StoreFailure::CannotOpen);
    QVERIFY(!watched.detail().isEmpty());
}

// A limit on the size of files stands in for the full disk: the system refuses the write in the same way.
void tst_StoreFile::aFullDiskIsSaidAndSurvived()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({StoredEntry(1, UrlEntry("http://a/"))});
    QVERIFY(watched.flush());

    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 262'144;
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    watched.store.addEntries({StoredEntry(2, UrlEntry("http://" + QByteArray(1'000'000, 'x')))});
    const bool saved = watched.flush();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!saved);
    QCOMPARE(watched.failure(), StoreFailure::CannotWrite);

    watched.store.flush();
    watched.store.addEntries({StoredEntry(3, UrlEntry("http://c/"))});
    const QList<StoredEntry> entries = watched.load();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(1).id, 3);
}

QTEST_GUILESS_MAIN(tst_StoreFile)
#include "tst_storefile.moc"
