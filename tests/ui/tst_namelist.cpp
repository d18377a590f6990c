// SPDX-License-Identifier: MIT
#include "ui/namelist.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestNameList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreRead_data();
    void namesAreRead();
    void whatIsWrittenIsReadBack();
};

void TestNameList::namesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nothing") << u""_s << QStringList();
    QTest::newRow("blanks and commas") << u" , ,, "_s << QStringList();
    QTest::newRow("some") << u"a b,  c ,d"_s << QStringList{u"a b"_s, u"c"_s, u"d"_s};
    QTest::newRow("one twice") << u"a, b, a"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("white space within") << u"a   b"_s << QStringList{u"a b"_s};
    QTest::newRow("a comma") << u"\"Shops, old\", b"_s << QStringList{u"Shops, old"_s, u"b"_s};
    QTest::newRow("a quote in quotes") << u"\"a \"\"b\"\"\""_s << QStringList{u"a \"b\""_s};
    QTest::newRow("a quote elsewhere") << u"17\" screens, b"_s << QStringList{u"17\" screens"_s, u"b"_s};
    QTest::newRow("a quote left open") << u"a, \"b, c"_s << QStringList{u"a"_s, u"b, c"_s};
    QTest::newRow("nothing in quotes") << u"\"\", a"_s << QStringList{u"a"_s};
}

void TestNameList::namesAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, names);
    QCOMPARE(namesFromText(text), names);
}

void TestNameList::whatIsWrittenIsReadBack()
{
    const QStringList names = {u"plain"_s, u"Shops, old"_s, u"\"quoted\""_s, u"17\" screens"_s, u"a\", b"_s};
    QCOMPARE(namesFromText(namesText(names)), names);
    QCOMPARE(namesText({u"a b"_s, u"c"_s}), u"a b, c"_s);
}

QTEST_GUILESS_MAIN(TestNameList)
#include "tst_namelist.moc"
