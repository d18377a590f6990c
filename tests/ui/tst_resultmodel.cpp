// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/resultcolumns.h"
#include "ui/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestResultModel : public QObject
{
    Q_OBJECT
public:
    TestResultModel() : m_tester(&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest) {}

private Q_SLOTS:
    void init();
    void everyColumnHasAHeaderAHelpAndAnIdOfItsOwn();
    void uncheckedRowsShowTheUrlAndNothingElse();
    void aPasswordInAUrlIsNotShown();
    void resultsFillTheRow();
    void whatIsNotKnownIsSaidToBeUnknown();
    void exactFiguresAreInTheToolTips();
    void theErrorsToolTipIsTheWholeSentence();
    void aCheckShowsHowFarItIsAndKeepsTheOldFigures();
    void aStoppedCheckLeavesRowsAsTheyWere();
    void aBatchIsToldOfOnce();
    void idsFindTheirRows();
    void removedRowsAreGoneAndTheOthersKeepTheirIds_data();
    void removedRowsAreGoneAndTheOthersKeepTheirIds();
    void countsFollowEveryChange();
    void whatWasStoredIsShown();
    void equalTextsOfManyResultsAreHeldOnce();
    void numbersAreRightAlignedAndWordsLeft();

private:
    QString text(int row, ResultColumn column, int role = Qt::DisplayRole) const
    {
        return m_model.index(row, columnOf(column)).data(role).toString();
    }

    ResultModel m_model;
    QAbstractItemModelTester m_tester;
};

void TestResultModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_model.reset({});
}

void TestResultModel::everyColumnHasAHeaderAHelpAndAnIdOfItsOwn()
{
    QSet<QByteArray> ids;
    for (const ResultColumnInfo &column : resultColumns()) {
        const int section = columnOf(column.column);
        QVERIFY(!m_model.headerData(section, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!m_model.headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        ids.insert(column.id);
    }
    QCOMPARE(ids.size(), m_model.columnCount());
    QCOMPARE(m_model.headerData(columnOf(ResultColumn::Bytes), Qt::Horizontal).toString(),
             QStringLiteral("Bytes"));
}

void TestResultModel::uncheckedRowsShowTheUrlAndNothingElse()
{
    m_model.append(1, urls({"http://a/"}));
    QCOMPARE(text(0, ResultColumn::Url), QStringLiteral("http://a/"));
    QCOMPARE(text(0, ResultColumn::Outcome), QStringLiteral("Not checked"));
    for (const ResultColumnInfo &column : resultColumns()) {
        if (column.column != ResultColumn::Url && column.column != ResultColumn::Outcome)
            QCOMPARE(text(0, column.column), QString());
    }
}

void TestResultModel::aPasswordInAUrlIsNotShown()
{
    m_model.append(1, urls({"http://user:secret@a/?token=secret&b=1"}));
    QCOMPARE(text(0, ResultColumn::Url), QStringLiteral("http://user:***@a/?token=***&b=1"));
    QCOMPARE(m_model.at(0).entry.url, QByteArray("http://user:secret@a/?token=secret&b=1"));
}

void TestResultModel::resultsFillTheRow()
{
    m_model.append(1, urls({"http://a/"}));
    CheckResult result = okResult(1258291, 182ms);
    result.fetch.finalUrl = "http://b/";
    result.fetch.redirects = {RedirectHop("http://a/", 301, 5ms)};
    result.fetch.wireBytes = 2048;
    result.fetch.httpVersion = "1.1";
    result.fetch.remoteIp = "127.0.0.1";
    result.queueTime = 3ms;
    m_model.setResults({StoredResult(1, result)});

    QCOMPARE(text(0, ResultColumn::Outcome), QStringLiteral("OK"));
    QCOMPARE(text(0, ResultColumn::HttpStatus), QStringLiteral("200"));
    QCOMPARE(text(0, ResultColumn::Bytes), QStringLiteral("1.2 MiB"));
    QCOMPARE(text(0, ResultColumn::Time), QStringLiteral("182 ms"));
    QCOMPARE(text(0, ResultColumn::Type), QStringLiteral("text/html"));
    QCOMPARE(text(0, ResultColumn::FinalUrl), QStringLiteral("http://b/"));
    QCOMPARE(text(0, ResultColumn::Transferred), QStringLiteral("2.0 KiB"));
    QCOMPARE(text(0, ResultColumn::Redirects), QStringLiteral("1"));
    QCOMPARE(text(0, ResultColumn::Queue), QStringLiteral("3.0 ms"));
    QCOMPARE(text(0, ResultColumn::HttpVersion), QStringLiteral("1.1"));
    QCOMPARE(text(0, ResultColumn::Address), QStringLiteral("127.0.0.1"));
    QVERIFY(m_model.index(0, columnOf(ResultColumn::Bytes)).data(ResultModel::BarRole).toDouble() > 0.5);
}

void TestResultModel::whatIsNotKnownIsSaidToBeUnknown()
{
    m_model.append(1, urls({"http://a/"}));
    m_model.setResults({StoredResult(1, failedResult(ErrorKind::ConnectionRefused))});
    QCOMPARE(text(0, ResultColumn::HttpStatus), QStringLiteral("–"));
    QCOMPARE(text(0, ResultColumn::Bytes), QStringLiteral("–"));
    QCOMPARE(text(0, ResultColumn::Connect), QStringLiteral("–"));
    QCOMPARE(text(0, ResultColumn::Error), QStringLiteral("Connection refused"));
    QVERIFY(!m_model.index(0, columnOf(ResultColumn::Bytes)).data(ResultModel::BarRole).isValid());
}

void TestResultModel::exactFiguresAreInTheToolTips()
{
    m_model.append(1, urls({"http://a/"}));
    m_model.setResults({StoredResult(1, okResult(1258291, 4132ms))});
    QCOMPARE(text(0, ResultColumn::Bytes, Qt::ToolTipRole), QStringLiteral("1,258,291 byte(s)"));
    QCOMPARE(text(0, ResultColumn::Time, Qt::ToolTipRole), QStringLiteral("4,132.0 ms"));
    QCOMPARE(text(0, ResultColumn::Type, Qt::ToolTipRole), QStringLiteral("text/html; charset=utf-8"));
}

void TestResultModel::theErrorsToolTipIsTheWholeSentence()
{
    m_model.append(1, urls({"http://a/"}));
    CheckResult result = failedResult(ErrorKind::Truncated);
    result.fetch.errorDetail = QStringLiteral("got 10 of 100 bytes");
    m_model.setResults({StoredResult(1, result)});
    QCOMPARE(text(0, ResultColumn::Error, Qt::ToolTipRole), englishMessage(result));
    QCOMPARE(text(0, ResultColumn::Outcome, Qt::ToolTipRole), englishMessage(result));
}

void TestResultModel::aCheckShowsHowFarItIsAndKeepsTheOldFigures()
{
    m_model.append(1, urls({"http://a/"}));
    m_model.setResults({StoredResult(1, okResult(812, 5ms))});
    m_model.setState({1}, RowState::Queued);
    QCOMPARE(text(0, ResultColumn::Outcome), QStringLiteral("Queued"));
    m_model.setState({1}, RowState::Running);
    QCOMPARE(text(0, ResultColumn::Outcome), QStringLiteral("Running"));
    QCOMPARE(text(0, ResultColumn::Bytes), QStringLiteral("812 B"));
    m_model.setResults({StoredResult(1, okResult(813, 5ms))});
    QCOMPARE(text(0, ResultColumn::Outcome), QStringLiteral("OK"));
    QCOMPARE(text(0, ResultColumn::Bytes), QStringLiteral("813 B"));
}

void TestResultModel::aStoppedCheckLeavesRowsAsTheyWere()
{
    m_model.append(1, urls({"http://a/", "http://b/"}));
    m_model.setResults({StoredResult(1, okResult(812, 5ms))});
    m_model.setState({1, 2}, RowState::Queued);
    m_model.restoreState({1, 2});
    QCOMPARE(text(0, ResultColumn::Outcome), QStringLiteral("OK"));
    QCOMPARE(text(1, ResultColumn::Outcome), QStringLiteral("Not checked"));
}

void TestResultModel::aBatchIsToldOfOnce()
{
    m_model.append(1, manyUrls(100));
    QSignalSpy changes(&m_model, &QAbstractItemModel::dataChanged);
    m_model.setResults({StoredResult(81, okResult(1, 1ms)), StoredResult(11, okResult(1, 1ms)),
                        StoredResult(41, okResult(1, 1ms))});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), m_model.index(10, 0));
    QCOMPARE(changes.first().at(1).toModelIndex(), m_model.index(80, m_model.columnCount() - 1));
    m_model.setResults({StoredResult(12345, okResult(1, 1ms))});
    QCOMPARE(changes.count(), 1); // nothing of it is in the list
}

void TestResultModel::idsFindTheirRows()
{
    m_model.append(10, manyUrls(3));
    m_model.append(20, manyUrls(2));
    QCOMPARE(m_model.rowOf(10), 0);
    QCOMPARE(m_model.rowOf(12), 2);
    QCOMPARE(m_model.rowOf(21), 4);
    QCOMPARE(m_model.rowOf(13), -1);
    QCOMPARE(m_model.rowOf(99), -1);
}

void TestResultModel::removedRowsAreGoneAndTheOthersKeepTheirIds_data()
{
    QTest::addColumn<int>("every");
    QTest::newRow("a few places, removed one by one") << 100;
    QTest::newRow("many places, removed in one go") << 2;
}

void TestResultModel::removedRowsAreGoneAndTheOthersKeepTheirIds()
{
    QFETCH(int, every);
    constexpr int count = 1000;
    m_model.append(1, manyUrls(count));
    QList<qint64> ids;
    for (int id = 1; id <= count; id += every)
        ids.append(id);
    m_model.remove(ids + ids + QList<qint64>{123456});
    QCOMPARE(m_model.rowCount(), count - int(ids.size()));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const qint64 id = m_model.at(row).id;
        QVERIFY(!ids.contains(id));
        QCOMPARE(m_model.at(row).entry.url, "http://host/" + QByteArray::number(id - 1));
    }
}

void TestResultModel::countsFollowEveryChange()
{
    QSignalSpy changes(&m_model, &ResultModel::countsChanged);
    m_model.append(1, manyUrls(3));
    m_model.setResults(
        {StoredResult(1, okResult(1, 1ms)), StoredResult(2, failedResult(ErrorKind::Timeout))});
    QCOMPARE(m_model.count(Outcome::Ok), 1);
    QCOMPARE(m_model.count(Outcome::Failed), 1);
    m_model.setResults({StoredResult(2, okResult(1, 1ms))});
    QCOMPARE(m_model.count(Outcome::Ok), 2);
    QCOMPARE(m_model.count(Outcome::Failed), 0);
    m_model.remove({1});
    QCOMPARE(m_model.count(Outcome::Ok), 1);
    QCOMPARE(changes.count(), 4);
}

void TestResultModel::whatWasStoredIsShown()
{
    StoredEntry checked(7, UrlEntry("http://a/"));
    checked.lastResult = std::make_shared<const CheckResult>(okResult(812, 5ms));
    m_model.reset({checked, StoredEntry(9, UrlEntry("http://b/"))});
    QCOMPARE(text(0, ResultColumn::Outcome), QStringLiteral("OK"));
    QCOMPARE(text(1, ResultColumn::Outcome), QStringLiteral("Not checked"));
    QCOMPARE(m_model.count(Outcome::Ok), 1);
}

void TestResultModel::equalTextsOfManyResultsAreHeldOnce()
{
    m_model.append(1, manyUrls(2));
    CheckResult first = okResult(1, 1ms);
    CheckResult second = first;
    first.fetch.finalUrl = QByteArray("http://host/0");
    second.fetch.contentType = QByteArray(first.fetch.contentType.constData());
    m_model.setResults({StoredResult(1, first), StoredResult(2, second)});
    QCOMPARE(&m_model.at(0).result->server(), &m_model.at(1).result->server());
    const QByteArray &url = m_model.at(0).entry.url;
    QCOMPARE(m_model.at(0).result->finalUrl(url).constData(), url.constData());
}

void TestResultModel::numbersAreRightAlignedAndWordsLeft()
{
    m_model.append(1, manyUrls(1));
    const auto alignment = [this](ResultColumn column) {
        return m_model.index(0, columnOf(column)).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    };
    QVERIFY(alignment(ResultColumn::Bytes).testFlag(Qt::AlignRight));
    QVERIFY(alignment(ResultColumn::Url).testFlag(Qt::AlignLeft));
}

QTEST_MAIN(TestResultModel)
#include "tst_resultmodel.moc"
