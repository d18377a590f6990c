// SPDX-License-Identifier: MIT
#include "app/cli/listsources.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::cli;

class ListSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesAreMergedInTheirOrder()
    {
        const QString first = write("first.txt", "http://b.example/\nhttp://a.example/\n");
        const QString second = write("second.txt", "http://c.example/\n");
        const LoadedLists lists = loaded({second, QStringLiteral("HTTPS://d.example"), first});
        QCOMPARE(urls(lists), (QByteArrayList{"http://c.example/", "https://d.example/", "http://b.example/",
                                              "http://a.example/"}));
        QCOMPARE(lists.duplicates, 0);
    }

    void duplicatesAreDroppedWithinAndAcrossSources()
    {
        const QString first = write("first.txt", "http://a.example/\nhttp://a.example/\nhttp://b.example/\n");
        const QString second = write("second.txt", "http://b.example/\nhttp://c.example/\n");
        const LoadedLists lists = loaded({first, second, QStringLiteral("http://c.example/")});
        QCOMPARE(urls(lists),
                 (QByteArrayList{"http://a.example/", "http://b.example/", "http://c.example/"}));
        QCOMPARE(lists.duplicates, 3);
    }

    void disabledUrlsAreLeftOut()
    {
        const QString some =
            write("some.jsonl",
                  "{\"url\":\"http://a.example/\",\"enabled\":false}\n{\"url\":\"http://b.example/\"}\n");
        const LoadedLists lists = loaded({some});
        QCOMPARE(urls(lists), QByteArrayList{"http://b.example/"});
        QCOMPARE(lists.disabled, 1);
        QCOMPARE(lists.duplicates, 0);

        const QString none = write("none.jsonl", "{\"url\":\"http://a.example/\",\"enabled\":false}\n");
        const QString failure = refused({none});
        QVERIFY2(failure.contains(none) && failure.contains(QStringLiteral("disabled")),
                 qUtf8Printable(failure));
    }

    void rejectedLinesNameFileLineTextAndReason()
    {
        const QString path = write("list.txt", "http://a.example/\nhttp://a.example:99999/\n");
        const LoadedLists lists = loaded({path});
        QCOMPARE(lists.rejectedCount, 1);
        QCOMPARE(lists.rejected.size(), 1);
        QVERIFY2(lists.rejected.front().startsWith(path + QStringLiteral(":2: http://a.example:99999/: ")),
                 qUtf8Printable(lists.rejected.front()));
    }

    void onlySoManyRejectedLinesAreKept()
    {
        const QString path =
            write("list.txt", "http://a.example/\n" + QByteArray("http://a.example:99999/\n").repeated(500));
        const LoadedLists lists =
            loaded({path, write("more.txt", "http://b.example/\nhttp://b.example:99999/\n")});
        QCOMPARE(lists.rejectedCount, 501);
        QCOMPARE(lists.rejected.size(), maximumShownRejects);
    }

    void oneBadSourceMakesTheWholeFail()
    {
        const QString good = write("good.txt", "http://a.example/\n");
        const QString missing = m_folder.filePath(QStringLiteral("missing.txt"));
        const QString failure = refused({good, missing});
        QVERIFY2(failure.contains(missing), qUtf8Printable(failure));
        QVERIFY2(failure.contains(QStringLiteral("http://")), "a missing file hints at how to give a URL");

        const QString empty = write("empty.txt", "# nothing\n\n");
        QVERIFY(refused({good, empty}).contains(empty));
        QVERIFY(!refused({good, empty}).contains(QStringLiteral("http://")));
        const QString binary = write("binary.txt", QByteArray(100, '\0'));
        QVERIFY(refused({binary, good}).contains(binary));
        QVERIFY(refused({good, m_folder.path()}).contains(m_folder.path()));
    }

    void aDirectUrlThatIsNoneIsRefused()
    {
        const QString failure = refused({QStringLiteral("http://")});
        QVERIFY2(failure.startsWith(QStringLiteral("\"http://\" is no URL: ")), qUtf8Printable(failure));
    }

private:
    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qWarning("cannot write %s", name);
        return file.fileName();
    }

    static LoadedLists loaded(const QStringList &sources)
    {
        const auto result = loadLists(sources);
        const auto *lists = std::get_if<LoadedLists>(&result);
        return lists ? *lists : LoadedLists();
    }

    static QString refused(const QStringList &sources)
    {
        const auto result = loadLists(sources);
        const auto *failure = std::get_if<QString>(&result);
        return failure ? *failure : QStringLiteral("not refused");
    }

    static QByteArrayList urls(const LoadedLists &lists)
    {
        QByteArrayList result;
        for (const UrlEntry &entry : lists.entries)
            result.append(entry.url);
        return result;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ListSourcesTest)
#include "tst_listsources.moc"
