// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/differencemodel.h"
#include "ui/differencewords.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSet>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestDifferenceModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyChangeHasAWordOfItsOwn();
    void theWorstChangeComesFirst();
    void aRowSaysWhatWasAndWhatIs_data();
    void aRowSaysWhatWasAndWhatIs();
    void theToolTipHasTheExactFigures();
    void secretsAreNotShown();
    void rowsAreFiltered();

private:
    static CheckResult at(const QByteArray &url, CheckResult result)
    {
        result.url = url;
        result.fetch.finalUrl = url;
        return result;
    }
    static CheckResult page(qint64 bytes = 1024, std::chrono::milliseconds time = 100ms)
    {
        return at("https://a/", okResult(bytes, time));
    }
    QString cell(int row, int column) const { return m_model.index(row, column).data().toString(); }

    DifferenceModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void TestDifferenceModel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestDifferenceModel::everyChangeHasAWordOfItsOwn()
{
    QSet<QString> words;
    for (std::size_t i = 0; i < changeCount; ++i)
        words.insert(changeWord(Change(i)));
    QCOMPARE(words.size(), qsizetype(changeCount));
    QVERIFY(!words.contains(QString()));
}

void TestDifferenceModel::theWorstChangeComesFirst()
{
    m_model.show(compareRuns({at("https://a/", okResult(1024, 100ms)), at("https://b/", okResult(1, 1ms)),
                              at("https://c/", failedResult(ErrorKind::Timeout))},
                             {at("https://a/", okResult(4096, 900ms)),
                              at("https://b/", failedResult(ErrorKind::Timeout)),
                              at("https://c/", okResult(1, 1ms))}));
    QStringList rows;
    for (int row = 0; row < m_model.rowCount(); ++row)
        rows.append(cell(row, DifferenceModel::ChangeColumn) + u' ' + cell(row, DifferenceModel::UrlColumn));
    QCOMPARE(rows.join(u'|'), QStringLiteral("Newly broken https://b/|Repaired https://c/|"
                                             "Other bytes https://a/|Slower https://a/"));
}

void TestDifferenceModel::aRowSaysWhatWasAndWhatIs_data()
{
    QTest::addColumn<CheckResult>("before");
    QTest::addColumn<CheckResult>("now");
    QTest::addColumn<QString>("row");
    const auto row = [](const CheckResult &before, const CheckResult &now, const char *text) {
        QTest::newRow(text) << before << now << QString::fromUtf8(text);
    };
    const CheckResult broken = at("https://a/", failedResult(ErrorKind::ConnectionRefused));
    row(page(), broken, "Newly broken|HTTP 200|Connection refused");
    row(broken, page(), "Repaired|Connection refused|HTTP 200");
    row(broken, broken, "Still broken|Connection refused|Connection refused");
    row(page(1024), page(1536), "Other bytes|1.0 KiB|1.5 KiB (+50 %)");
    row(page(1024), page(512), "Other bytes|1.0 KiB|512 B (-50 %)");
    row(page(1, 100ms), page(1, 500ms), "Slower|100 ms|500 ms (+400 %)");
    CheckResult other = page();
    other.fetch.finalUrl = "https://www.a/";
    row(page(), other, "Other target|https://a/|https://www.a/");
    CheckResult titled = page();
    titled.fetch.pageTitle = QStringLiteral("One");
    other = titled;
    other.fetch.pageTitle = QStringLiteral("Two\nlines");
    row(titled, other, "Other title|One|Two lines");
    CheckResult hashed = page();
    hashed.fetch.bodySha256 = QByteArray(64, 'a');
    other = hashed;
    other.fetch.bodySha256 = QByteArray(64, 'b');
    row(hashed, other, "Other content|aaaaaaaaaaaa|bbbbbbbbbbbb");
    CheckResult signedBy = page();
    signedBy.fetch.certificateIssuer = QStringLiteral("An authority");
    other = signedBy;
    other.fetch.certificateIssuer = QStringLiteral("Another one");
    row(signedBy, other, "Other certificate|An authority|Another one");
}

void TestDifferenceModel::aRowSaysWhatWasAndWhatIs()
{
    QFETCH(CheckResult, before);
    QFETCH(CheckResult, now);
    m_model.show(compareRuns({before}, {now}));
    QCOMPARE(m_model.rowCount(), 1);
    const QStringList cells = {cell(0, DifferenceModel::ChangeColumn), cell(0, DifferenceModel::BeforeColumn),
                               cell(0, DifferenceModel::NowColumn)};
    QTEST(cells.join(u'|'), "row");
}

void TestDifferenceModel::theToolTipHasTheExactFigures()
{
    m_model.show(compareRuns({page(1024)}, {page(1536)}));
    const auto toolTip = [this](int column) {
        return m_model.index(0, column).data(Qt::ToolTipRole).toString();
    };
    QCOMPARE(toolTip(DifferenceModel::NowColumn), QStringLiteral("1,024 byte(s) before, 1,536 byte(s) now"));
    QCOMPARE(toolTip(DifferenceModel::UrlColumn), QStringLiteral("https://a/"));
}

void TestDifferenceModel::secretsAreNotShown()
{
    m_model.show(compareRuns({}, {at("https://me:secret@a/", okResult(1, 1ms))}));
    QCOMPARE(m_model.rowCount(), 1);
    QVERIFY(!cell(0, DifferenceModel::UrlColumn).contains(QStringLiteral("secret")));
}

void TestDifferenceModel::rowsAreFiltered()
{
    m_model.show(compareRuns(
        {at("https://a/one", okResult(1024, 100ms)), at("https://a/two", okResult(1024, 100ms))},
        {at("https://a/one", okResult(4096, 900ms)), at("https://a/two", okResult(4096, 100ms))}));
    DifferenceFilter filter(m_model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(filter.rowCount(), 3);
    filter.setChange(Change::Size);
    QCOMPARE(filter.rowCount(), 2);
    filter.setText(QStringLiteral("TWO"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setChange(Change::Slower);
    QCOMPARE(filter.rowCount(), 0);
    filter.setText({});
    QCOMPARE(filter.rowCount(), 1);
    filter.setChange(std::nullopt);
    QCOMPARE(filter.rowCount(), 3);
    filter.sort(DifferenceModel::ChangeColumn, Qt::DescendingOrder);
    QCOMPARE(filter.index(0, DifferenceModel::ChangeColumn).data().toString(), QStringLiteral("Slower"));
}

QTEST_MAIN(TestDifferenceModel)
#include "tst_differencemodel.moc"
