// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/importpreviewmodel.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QLocale>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

class TestImportPreviewModel : public QObject
{
    Q_OBJECT
public:
    TestImportPreviewModel() : m_tester(&m_lines, QAbstractItemModelTester::FailureReportingMode::QtTest) {}

private Q_SLOTS:
    void init();
    void whatNeedsAnEyeComesFirst();
    void eachLineSaysWhyItIsNotTaken();
    void linesThatAreNotToldHaveNoNumber();
    void aFilterFindsTextInAnyCase();
    void aFilterShowsOneFate();
    void aMillionLinesAreFiltered();

private:
    using Fate = ImportPreviewModel::Fate;
    QString shown(int column) const
    {
        QStringList texts;
        for (int row = 0; row < m_lines.rowCount(); ++row)
            texts.append(m_lines.index(row, column).data().toString());
        return texts.join(u'|');
    }

    ImportPreviewModel m_lines;
    QAbstractItemModelTester m_tester;
};

void TestImportPreviewModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_lines.setFilter({}, {});
    const ImportSource text = ImportSource::pasted(
        u"http://old/\nhttp://new/A\nhttp://new/A\nno URL, \u00c4h\nhttp://new/b\n"_s, u"text"_s);
    m_lines.show(readSources({text}, urls({"http://old/"})));
}

void TestImportPreviewModel::whatNeedsAnEyeComesFirst()
{
    QCOMPARE(shown(ImportPreviewModel::FateColumn), u"Not a URL|Duplicate|In the list|New|New"_s);
    QCOMPARE(shown(ImportPreviewModel::LineColumn), u"4|3|1|2|5"_s);
    QCOMPARE(shown(ImportPreviewModel::TextColumn),
             u"no URL, \u00c4h|http://new/A|http://old/|http://new/A|http://new/b"_s);
    for (int row = 0; row < m_lines.rowCount(); ++row)
        QVERIFY(!m_lines.index(row, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
}

void TestImportPreviewModel::eachLineSaysWhyItIsNotTaken()
{
    const QStringList reasons = shown(ImportPreviewModel::ReasonColumn).split(u'|');
    QVERIFY(!reasons.at(0).isEmpty());
    QCOMPARE(reasons.at(1), u"The same as line 2."_s);
    QCOMPARE(reasons.at(2), u"The list has this URL already."_s);
    QCOMPARE(reasons.at(3), QString());
}

void TestImportPreviewModel::linesThatAreNotToldHaveNoNumber()
{
    ImportOutcome outcome;
    outcome.added = manyUrls(3);
    outcome.addedLines = {7, 0};
    m_lines.show(outcome);
    QCOMPARE(shown(ImportPreviewModel::LineColumn), u"7||"_s);
}

void TestImportPreviewModel::aFilterFindsTextInAnyCase()
{
    m_lines.setFilter(u"NEW/a"_s, {});
    QCOMPARE(shown(ImportPreviewModel::TextColumn), u"http://new/A|http://new/A"_s);
    m_lines.setFilter(u"\u00e4H"_s, {});
    QCOMPARE(shown(ImportPreviewModel::TextColumn), u"no URL, \u00c4h"_s);
    m_lines.setFilter(u"nowhere"_s, {});
    QCOMPARE(m_lines.rowCount(), 0);
}

void TestImportPreviewModel::aFilterShowsOneFate()
{
    m_lines.setFilter({}, Fate::New);
    QCOMPARE(shown(ImportPreviewModel::TextColumn), u"http://new/A|http://new/b"_s);
    m_lines.setFilter(u"a"_s, Fate::Duplicate);
    QCOMPARE(m_lines.rowCount(), 1);
}

void TestImportPreviewModel::aMillionLinesAreFiltered()
{
    constexpr int count = 1'000'000;
    ImportPreviewModel lines;
    ImportOutcome outcome;
    outcome.added = manyUrls(count);
    lines.show(outcome);
    QCOMPARE(lines.rowCount(), count);
    lines.setFilter(QString::fromLatin1(outcome.added.at(count - 1).url), {});
    QCOMPARE(lines.rowCount(), 1);
}

QTEST_MAIN(TestImportPreviewModel)
#include "tst_importpreviewmodel.moc"
