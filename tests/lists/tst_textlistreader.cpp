// SPDX-License-Identifier: MIT
#include "core/lists/urlfinder.h"
#include "tests/lists/reading.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestTextListReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsUrls_data();
    void findsUrls();
    void readsRunningText();
};

void TestTextListReader::findsUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("urls");
    const auto row = [](const char16_t *text, const QStringList &urls) {
        QTest::newRow(QString::fromUtf16(text).toUtf8()) << QString::fromUtf16(text) << urls;
    };
    row(u"See http://h.com/a, or https://h.com/b.", {u"http://h.com/a"_s, u"https://h.com/b"_s});
    row(u"(http://h.com/a)", {u"http://h.com/a"_s});
    row(u"http://h.com/a_(b)", {u"http://h.com/a_(b)"_s});
    row(u"[text](http://h.com/a_(b)).", {u"http://h.com/a_(b)"_s});
    row(u"<http://h.com/a>\"http://h.com/b\"", {u"http://h.com/a"_s, u"http://h.com/b"_s});
    row(u"*http://h.com/a*?!", {u"http://h.com/a"_s});
    row(u"HTTP://H.com/a", {u"HTTP://H.com/a"_s});
    row(u"www.example.com/a and awww.b.c", {u"www.example.com/a"_s});
    row(u"http:// and https://.", {});
    row(u"nothttp://h.com/", {});
    row(u"http://h.com/?a=1&b=2#c;d", {u"http://h.com/?a=1&b=2#c;d"_s});
    row(u"見http://h.com/見。次", {});
    row(u"„http://h.com/ä“", {u"http://h.com/ä"_s});
    row(u"http://[::1]:80/", {u"http://[::1]:80/"_s});
    row(u"", {});
}

void TestTextListReader::findsUrls()
{
    QFETCH(QString, text);
    QFETCH(QStringList, urls);
    QStringList found;
    for (const QStringView url : urlsIn(text))
        found.append(url.toString());
    QCOMPARE(found, urls);
}

void TestTextListReader::readsRunningText()
{
    const ImportResult result = readBytes("Dear all,\n\nplease look at http://h.com/1 and\n"
                                          "at www.h.com, but not at http://h.com:99999/ again.\n"
                                          "See http://h.com/1 too.\n");
    QCOMPARE(result.list.formatName, u"text"_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "https://www.h.com/"}));
    QCOMPARE(result.list.duplicates, 1);
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{4, u"http://h.com:99999/"_s, UrlProblem::BadPort}}));
}

QTEST_APPLESS_MAIN(TestTextListReader)
#include "tst_textlistreader.moc"
