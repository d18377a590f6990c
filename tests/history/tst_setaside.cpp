// SPDX-License-Identifier: MIT
#include "core/history/setaside.h"

#include "core/history/filelock.h"
#include "tests/history/storetools.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

class tst_SetAside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theFileHasANewNameWithTheTime();
    void whatBelongsToTheFileGoesWithIt();
    void nothingIsOverwritten();
    void aFileThatIsNotThereIsSaid();
    void aFileThatAProgramHoldsStays();

private:
    void write(const QString &name, const QByteArray &content);
    QString path(const QString &name = QStringLiteral("a.sqlite")) const { return m_folder->filePath(name); }

    const QDateTime m_now{QDate(2026, 11, 24), QTime(15, 30), Qt::UTC};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SetAside::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_SetAside::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void tst_SetAside::theFileHasANewNameWithTheTime()
{
    write(QStringLiteral("a.sqlite"), "content");
    const Answer<QString> answer = setAside(path(), m_now);
    QCOMPARE(std::get<QString>(answer), path(QStringLiteral("a.sqlite.damaged-20261124T153000Z")));
    QCOMPARE(contentOf(std::get<QString>(answer)), QByteArray("content"));
    QVERIFY(!QFile::exists(path()));
}

void tst_SetAside::whatBelongsToTheFileGoesWithIt()
{
    for (const char *name : {"a.sqlite", "a.sqlite-wal", "a.sqlite-shm", "b.sqlite"})
        write(QString::fromLatin1(name), name);
    QVERIFY(std::holds_alternative<QString>(setAside(path(), m_now)));
    QCOMPARE(
        QDir(m_folder->path()).entryList(QDir::Files, QDir::Name),
        (QStringList{QStringLiteral("a.sqlite.damaged-20261124T153000Z"),
                     QStringLiteral("a.sqlite.damaged-20261124T153000Z-shm"),
                     QStringLiteral("a.sqlite.damaged-20261124T153000Z-wal"), QStringLiteral("b.sqlite")}));
    QCOMPARE(contentOf(path(QStringLiteral("a.sqlite.damaged-20261124T153000Z-wal"))),
             QByteArray("a.sqlite-wal"));
}

void tst_SetAside::nothingIsOverwritten()
{
    for (const char *content : {"first", "second", "third"}) {
        write(QStringLiteral("a.sqlite"), content);
        QVERIFY(std::holds_alternative<QString>(setAside(path(), m_now)));
    }
    QCOMPARE(contentOf(path(QStringLiteral("a.sqlite.damaged-20261124T153000Z"))), QByteArray("first"));
    QCOMPARE(contentOf(path(QStringLiteral("a.sqlite.damaged-20261124T153000Z-2"))), QByteArray("second"));
    QCOMPARE(contentOf(path(QStringLiteral("a.sqlite.damaged-20261124T153000Z-3"))), QByteArray("third"));
}

void tst_SetAside::aFileThatIsNotThereIsSaid()
{
    const Answer<QString> answer = setAside(path(), m_now);
    QCOMPARE(std::get<StoreProblem>(answer).failure, StoreFailure::CannotWrite);
    QVERIFY(!std::get<StoreProblem>(answer).detail.isEmpty());
}

void tst_SetAside::aFileThatAProgramHoldsStays()
{
    write(QStringLiteral("a.sqlite"), "content");
    FileLock lock(path());
    QCOMPARE(lock.take(), std::nullopt);
    const Answer<QString> answer = setAside(path(), m_now);
    QCOMPARE(std::get<StoreProblem>(answer).failure, StoreFailure::Busy);
    QVERIFY2(std::get<StoreProblem>(answer).detail.contains(QStringLiteral("tst_setaside")),
             qPrintable(std::get<StoreProblem>(answer).detail));
    QCOMPARE(contentOf(path()), QByteArray("content"));
}

QTEST_GUILESS_MAIN(tst_SetAside)
#include "tst_setaside.moc"
