// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/copyrows.h"
#include "ui/resultmodel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestCopyRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFormatHasTheShownColumnsInTheirOrder_data();
    void everyFormatHasTheShownColumnsInTheirOrder();
    void jsonIsOneArray();
    void curlIsOneCommandForEachUrlThatCanBeCalled();
    void namesOfColumnsThatReportsDoNotHaveAreLeftOut();

private:
    QString text(CopyFormat format, const CheckSettings &settings = {}) const
    {
        return rowsAs(format, m_model.snapshot(), m_columns, settings);
    }

    ResultModel m_model;
    const QList<ResultColumn> m_columns = {ResultColumn::Time, ResultColumn::Url, ResultColumn::Outcome,
                                           ResultColumn::Tags};
};

void TestCopyRows::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_model.append(1, urls({"http://a/?x=1,2", "ftp://b/"}));
    m_model.setResults({StoredResult(1, okResult(812, 1500ms))});
}

void TestCopyRows::everyFormatHasTheShownColumnsInTheirOrder_data()
{
    QTest::addColumn<CopyFormat>("format");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as shown") << CopyFormat::Text
                              << QStringLiteral("1.5 s\thttp://a/?x=1,2\tOK\t\n\tftp://b/\tNot checked\t\n");
    QTest::newRow("TSV") << CopyFormat::Tsv
                         << QStringLiteral("total_ms\turl\toutcome\r\n1500.0\thttp://a/?x=1,2\tok\r\n"
                                           "\tftp://b/\tcancelled\r\n");
    QTest::newRow("CSV") << CopyFormat::Csv
                         << QStringLiteral("total_ms,url,outcome\r\n1500.0,\"http://a/?x=1,2\",ok\r\n"
                                           ",ftp://b/,cancelled\r\n");
}

void TestCopyRows::everyFormatHasTheShownColumnsInTheirOrder()
{
    QFETCH(CopyFormat, format);
    QFETCH(QString, expected);
    QCOMPARE(text(format), expected);
    QVERIFY(text(CopyFormat::Markdown).contains(QStringLiteral("| 1500.0 | <http://a/?x=1,2> | ok |")));
}

void TestCopyRows::jsonIsOneArray()
{
    const QString json = text(CopyFormat::Json);
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array.at(0).toObject().keys(),
             (QStringList{QStringLiteral("outcome"), QStringLiteral("total_ms"), QStringLiteral("url")}));
    QCOMPARE(array.at(0)[QLatin1String("total_ms")].toDouble(), 1500.0);
    QVERIFY(json.indexOf(QStringLiteral("total_ms")) < json.indexOf(QStringLiteral("\"url\"")));
}

void TestCopyRows::curlIsOneCommandForEachUrlThatCanBeCalled()
{
    CheckSettings settings;
    settings.timeout = 5s;
    settings.headers = {{"Authorization", "hidden"}};
    const QString command = text(CopyFormat::Curl, settings);
    QCOMPARE(command.count(QLatin1Char('\n')), 1);
    QVERIFY(command.startsWith(QStringLiteral("curl ")));
    QVERIFY(command.endsWith(QStringLiteral(" 'http://a/?x=1,2'\n")));
    QVERIFY(command.contains(QStringLiteral(" --max-time 5 ")));
    QVERIFY(!command.contains(QStringLiteral("hidden")));
}

void TestCopyRows::namesOfColumnsThatReportsDoNotHaveAreLeftOut()
{
    QCOMPARE(reportColumnNames(m_columns), (QByteArrayList{"total_ms", "url", "outcome"}));
}

QTEST_GUILESS_MAIN(TestCopyRows)
#include "tst_copyrows.moc"
