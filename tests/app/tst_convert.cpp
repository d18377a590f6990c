// SPDX-License-Identifier: MIT
#include "tests/app/clirunner.h"

using namespace rollcall::test;
using namespace Qt::StringLiterals;

class ConvertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnyFormatAndWritesAnother()
    {
        const QString sitemap =
            write(u"map.xml"_s, "<urlset><url><loc>https://a.example/</loc></url></urlset>");
        const QString table = write(u"list.csv"_s, "name,url\nB,https://b.example/\nA,https://a.example/\n");
        Cli cli({u"convert"_s, sitemap, table, u"-"_s, u"--to"_s, u"plain"_s});
        QCOMPARE(cli.run("c.example\n"), 0);
        QCOMPARE(cli.output(), "https://a.example/\nhttps://b.example/\nhttps://c.example/\n");
        QCOMPARE(cli.errors(), QByteArray());
    }

    void namesRejectedLinesByFileAndLine()
    {
        const QString list = write(u"list.txt"_s, "https://a.example/\nfoo bar\n");
        Cli cli({u"convert"_s, list, u"--to"_s, u"plain"_s});
        QCOMPARE(cli.run(), 1);
        QCOMPARE(cli.output(), "https://a.example/\n");
        QVERIFY2(cli.errors().startsWith(list.toUtf8() + ":2: foo bar: "), cli.errors());
    }

    void offersWhatWasReadBeforeAnError()
    {
        const QString list = write(u"list.csv"_s, "name,url\na,https://a.example/\n\"b,https://b.example/\n");
        Cli cli({u"convert"_s, list, u"--to"_s, u"plain"_s});
        QCOMPARE(cli.run(), 1);
        QCOMPARE(cli.output(), "https://a.example/\n");
        QVERIFY2(cli.errors().contains("beyond line 3: a quote that opens there is not closed"),
                 cli.errors());
    }

    void saysWhenNothingCanBeRead()
    {
        Cli missing({u"convert"_s, m_folder.filePath(u"missing"_s), u"--to"_s, u"plain"_s});
        QCOMPARE(missing.run(), 2);
        QVERIFY2(missing.errors().contains("missing"), missing.errors());
        Cli empty({u"convert"_s, u"-"_s, u"--to"_s, u"plain"_s});
        QCOMPARE(empty.run("foo bar\n"), 2);
        QCOMPARE(empty.output(), QByteArray());
    }

    void writesAFile()
    {
        const QString list = write(u"list.txt"_s, "https://a.example/\n");
        const QString target = m_folder.filePath(u"target.xml"_s);
        Cli cli({u"convert"_s, list, u"--to"_s, u"sitemap"_s, u"-o"_s, target});
        QCOMPARE(cli.run(), 0);
        QVERIFY(contentOf(target).contains("<loc>https://a.example/</loc>"));

        Cli nowhere(
            {u"convert"_s, list, u"--to"_s, u"plain"_s, u"-o"_s, m_folder.filePath(u"none/target"_s)});
        QCOMPARE(nowhere.run(), 2);
        QVERIFY2(nowhere.errors().contains("none/target"), nowhere.errors());
        Cli full({u"convert"_s, list, u"--to"_s, u"plain"_s, u"-o"_s, u"/dev/full"_s});
        QCOMPARE(full.run(), 2);
        QVERIFY2(full.errors().contains("/dev/full"), full.errors());
    }

    void writesAFolder()
    {
        const QString list = write(u"list.txt"_s, "https://a.example/\n");
        for (const QStringList &place : {QStringList{m_folder.filePath(u"one"_s)},
                                         QStringList{u"-o"_s, m_folder.filePath(u"two/deep"_s)}}) {
            Cli cli(QStringList{u"convert"_s, list, u"--to"_s, u"prometheus"_s} + place);
            QCOMPARE(cli.run(), 0);
            for (const char *name : {"targets.json", "blackbox.yml", "prometheus.yml", "alerts.yml"})
                QVERIFY2(!contentOf(place.last() + u'/' + QLatin1String(name)).isEmpty(), name);
        }
        Cli nowhere({u"convert"_s, list, u"--to"_s, u"prometheus"_s});
        QCOMPARE(nowhere.run(), 2);
        QVERIFY2(nowhere.errors().contains("-o"), nowhere.errors());
    }

    void tellsWhatAFormatDoesNotTake()
    {
        Cli cli({u"convert"_s, u"-"_s, u"--to"_s, u"gatus"_s});
        QCOMPARE(cli.run("https://a.example/\nmailto:me@a.example\n"), 1);
        QVERIFY(cli.output().contains("https://a.example/"));
        QVERIFY(!cli.output().contains("mailto"));
        QVERIFY2(cli.errors().contains("mailto:me@a.example"), cli.errors());
    }

    void refusesBadUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no format") << QStringList{u"-"_s};
        QTest::newRow("an unknown format") << QStringList{u"-"_s, u"--to"_s, u"none"_s};
        QTest::newRow("no list") << QStringList{u"--to"_s, u"plain"_s};
        QTest::newRow("standard input twice") << QStringList{u"-"_s, u"-"_s, u"--to"_s, u"plain"_s};
        QTest::newRow("an unknown option") << QStringList{u"-"_s, u"--to"_s, u"plain"_s, u"--none"_s};
    }

    void refusesBadUsage()
    {
        QFETCH(QStringList, arguments);
        Cli cli(QStringList{u"convert"_s} + arguments);
        QCOMPARE(cli.run("https://a.example/\n"), 2);
        QCOMPARE(cli.output(), QByteArray());
        QVERIFY(!cli.errors().isEmpty());
    }

    void helpNamesEveryFormat()
    {
        Cli cli({u"convert"_s, u"--help"_s});
        QCOMPARE(cli.run(), 0);
        for (const char *format : {"plain", "jsonl", "sitemap", "gatus", "prometheus", "table", "feed"})
            QVERIFY2(cli.output().contains(format), format);
    }

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ConvertTest)
#include "tst_convert.moc"
