// SPDX-License-Identifier: MIT
#include "core/net/pagetitle.h"

#include <QStringEncoder>
#include <QTest>

using namespace rollcall;

namespace {

QString titleOf(const QByteArray &document, const QByteArray &contentType = "text/html")
{
    PageTitle title(contentType);
    for (const char byte : document)
        title.feed(QByteArrayView(&byte, 1));
    return title.title();
}

} // namespace

class TestPageTitle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTitleIsFound_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, const QByteArray &document, const QString &title) {
            QTest::newRow(name) << document << title;
        };
        row("plain", "<html><head><title>Hello</title></head>", QStringLiteral("Hello"));
        row("capitals and attributes", "<TITLE lang=en>Hello</TITLE >", QStringLiteral("Hello"));
        row("white space", "<title>\n  Hello,\t\n world </title>", QStringLiteral("Hello, world"));
        row("references", "<title>A &amp; B &lt;&#99;&#x44;&gt; &mdash; &what; &#0; & co</title>",
            QStringLiteral("A & B <cD> \u2014 &what; &#0; & co"));
        row("the first one", "<title>One</title><title>Two</title>", QStringLiteral("One"));
        row("not one in a comment", "<!-- <title>No</title> --><title>Yes</title>", QStringLiteral("Yes"));
        row("not one in a script", "<script>'<title>No</title>'</script><title>Yes</title>",
            QStringLiteral("Yes"));
        row("not one in a picture", "<svg><title>No</title></svg><title>Yes</title>", QStringLiteral("Yes"));
        row("not another element", "<titles>No</titles>", QString());
        row("none", "<html><body>Hello</body></html>", QString());
        row("one without end", "<title>Hello", QString());
        row("a comment without end", "<!-- <title>Hello</title>", QString());
        row("nothing", "", QString());
    }

    void theTitleIsFound()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QString, title);
        QCOMPARE(titleOf(document), title);
    }

    void theEncodingIsRespected()
    {
        const QString cafe = QStringLiteral("Caf\u00e9");
        QCOMPARE(titleOf("<title>Caf\xc3\xa9</title>"), cafe);
        QCOMPARE(titleOf("<title>Caf\xe9</title>"), cafe);
        QCOMPARE(titleOf("<title>Caf\xe9</title>", "text/html; charset=\"ISO-8859-1\""), cafe);
        QCOMPARE(titleOf("<meta charset=iso-8859-1><title>Caf\xc3\xa9</title>"),
                 QStringLiteral("Caf\u00c3\u00a9"));
        QCOMPARE(titleOf("<meta charset=iso-8859-1><title>Caf\xc3\xa9</title>", "text/html;charset=utf-8"),
                 cafe);
        QCOMPARE(titleOf("<title>Caf\xe9</title>", "text/html; charset=no-such-thing"), cafe);
        QStringEncoder utf16(QStringEncoder::Utf16, QStringEncoder::Flag::WriteBom);
        const QByteArray wide = utf16(QStringLiteral("<title>Caf\u00e9</title>"));
        QCOMPARE(titleOf(wide), cafe);
    }

    void onlyHtmlHasATitle()
    {
        const QByteArray document = "<title>Hello</title>";
        QCOMPARE(titleOf(document, "Text/HTML ; charset=utf-8"), QStringLiteral("Hello"));
        QCOMPARE(titleOf(document, "application/xhtml+xml"), QStringLiteral("Hello"));
        QVERIFY(titleOf(document, "text/plain").isEmpty());
        QVERIFY(titleOf(document, "").isEmpty());
    }

    void onlyTheBeginIsLookedAtAndLongTitlesAreCut()
    {
        QVERIFY(titleOf(QByteArray(64 * 1024, ' ') + "<title>Hello</title>").isEmpty());
        QCOMPARE(titleOf("<title>" + QByteArray(5000, 'x') + "</title>"), QString(300, u'x'));
    }
};

QTEST_APPLESS_MAIN(TestPageTitle)
#include "tst_pagetitle.moc"
