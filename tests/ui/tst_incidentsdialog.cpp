// SPDX-License-Identifier: MIT
#include "core/history/history.h"
#include "core/history/historyfile.h"
#include "tests/history/historytools.h"
#include "ui/incidentsdialog.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestIncidentsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void incidentsOfTheListAreShownTheLastOneFirst();
    void anotherPeriodIsChosen();
    void rowsAreFilteredAndSorted();
    void everyUrlOfALongListIsAskedFor();
    void withoutIncidentsItSaysSo();
    void theUrlOfAnIncidentIsAskedFor();
    void rowsAreCopied();
    void secretsAreNotShown();
    void aHistoryThatCannotBeReadSaysWhy();
    void everyControlHasANameAndAPlaceInTheTabOrder();

private:
    static QDateTime ago(std::chrono::minutes time)
    {
        return QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(time).count());
    }
    void note(const QByteArray &url, std::chrono::minutes began, std::chrono::minutes lasted,
              ErrorKind kind = ErrorKind::Timeout)
    {
        QCOMPARE(m_file->beginIncident(Incident(url, ago(began), Reason(kind, {}))), std::nullopt);
        if (lasted > 0min)
            QCOMPARE(m_file->endIncident(url, ago(began - lasted)), std::nullopt);
    }
    void open(const QByteArrayList &urls);
    template <class Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString summary() const { return find<QLabel>("incidentSummary")->text(); }
    QString shown() const
    {
        const QAbstractItemModel &model = *find<QTableView>("incidentsOfTheList")->model();
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.index(row, IncidentModel::UrlColumn).data().toString() + u' ' +
                        model.index(row, IncidentModel::LastedColumn).data().toString());
        return rows.join(u'|');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
    std::unique_ptr<History> m_history;
    std::unique_ptr<IncidentsDialog> m_dialog;
};

void TestIncidentsDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestIncidentsDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(m_folder->filePath(QStringLiteral("history.sqlite")));
    QCOMPARE(m_file->open(), std::nullopt);
}

void TestIncidentsDialog::cleanup()
{
    m_dialog.reset();
    m_history.reset();
    m_file.reset();
    m_folder.reset();
}

void TestIncidentsDialog::open(const QByteArrayList &urls)
{
    m_history = std::make_unique<History>(m_folder->filePath(QStringLiteral("history.sqlite")));
    m_history->open();
    m_dialog = std::make_unique<IncidentsDialog>(*m_history, urls, QStringLiteral("Ours"));
    m_dialog->show();
    QTRY_VERIFY(!summary().startsWith(QStringLiteral("Reading the history")));
}

void TestIncidentsDialog::incidentsOfTheListAreShownTheLastOneFirst()
{
    note("https://a/", 300min, 20min);
    note("https://b/", 100min, 0min);
    note("https://other/", 50min, 0min);
    open({"https://a/", "https://b/", "https://c/"});
    QCOMPARE(shown(), QStringLiteral("https://b/ 1 h 40 min, and goes on|https://a/ 20 min"));
    QCOMPARE(summary(), QStringLiteral("2 incident(s), 1 not over yet."));
    const auto *table = find<QTableView>("incidentsOfTheList");
    QCOMPARE(table->model()->index(0, IncidentModel::ReasonColumn).data().toString(),
             QStringLiteral("Timed out"));
}

void TestIncidentsDialog::anotherPeriodIsChosen()
{
    note("https://a/", 2 * 24h, 20min);
    note("https://a/", 20 * 24h, 30min); // SQLite does not mind the order
    open({"https://a/"});
    QCOMPARE(shown(), QStringLiteral("https://a/ 20 min"));
    QTest::keyClick(find<QComboBox>("incidentPeriod"), Qt::Key_Down);
    QTRY_COMPARE(shown(), QStringLiteral("https://a/ 20 min|https://a/ 30 min"));
    QTest::keyClick(find<QComboBox>("incidentPeriod"), Qt::Key_Home);
    QTRY_COMPARE(summary(), QStringLiteral("No incident in this time."));
    QCOMPARE(shown(), QString());
}

void TestIncidentsDialog::rowsAreFilteredAndSorted()
{
    note("https://a/", 300min, 90min);
    note("https://b/", 100min, 9min);
    open({"https://a/", "https://b/"});
    const QAbstractItemModelTester tester(find<QTableView>("incidentsOfTheList")->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    find<QTableView>("incidentsOfTheList")->sortByColumn(IncidentModel::LastedColumn, Qt::DescendingOrder);
    QCOMPARE(shown(), QStringLiteral("https://a/ 1 h 30 min|https://b/ 9 min")); // not as texts
    QTest::keyClicks(find<QLineEdit>("incidentFilter"), QStringLiteral("//B"));
    QCOMPARE(shown(), QStringLiteral("https://b/ 9 min"));
    QTest::keyClick(find<QLineEdit>("incidentFilter"), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
}

void TestIncidentsDialog::everyUrlOfALongListIsAskedFor()
{
    QByteArrayList urls;
    for (int i = 0; i < 250; ++i)
        urls.append("https://a/" + QByteArray::number(i));
    note(urls.at(3), 300min, 90min);
    note(urls.at(249), 200min, 9min);
    open(urls);
    QCOMPARE(shown(), QStringLiteral("https://a/249 9 min|https://a/3 1 h 30 min"));
}

void TestIncidentsDialog::withoutIncidentsItSaysSo()
{
    open({"https://a/"});
    QCOMPARE(summary(), QStringLiteral("No incident in this time."));
    open({});
    QCOMPARE(summary(), QStringLiteral("No incident in this time."));
}

void TestIncidentsDialog::theUrlOfAnIncidentIsAskedFor()
{
    note("https://a/", 300min, 20min);
    note("https://b/", 100min, 0min);
    open({"https://a/", "https://b/"});
    const QSignalSpy wanted(m_dialog.get(), &IncidentsDialog::urlWanted);
    auto *table = find<QTableView>("incidentsOfTheList");
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(wanted, QList<QVariantList>{QVariantList{QByteArray("https://a/")}});
}

void TestIncidentsDialog::rowsAreCopied()
{
    note("https://a/", 300min, 20min);
    open({"https://a/"});
    auto *table = find<QTableView>("incidentsOfTheList");
    table->selectRow(0);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QGuiApplication::clipboard()->text().split(u'\t');
    QCOMPARE(cells.size(), int(IncidentModel::ColumnCount));
    QCOMPARE(cells.mid(1), (QStringList{QStringLiteral("20 min"), QStringLiteral("https://a/"),
                                        QStringLiteral("Timed out")}));
}

void TestIncidentsDialog::secretsAreNotShown()
{
    note("https://a/?token=abcdefgh12345678", 300min, 20min);
    open({"https://a/?token=abcdefgh12345678"});
    QVERIFY2(shown().contains(QStringLiteral("***")), qPrintable(shown()));
    QVERIFY2(!shown().contains(QStringLiteral("abcdefgh")), qPrintable(shown()));
}

void TestIncidentsDialog::aHistoryThatCannotBeReadSaysWhy()
{
    m_history = std::make_unique<History>(m_folder->path()); // a folder in its place
    m_history->open();
    m_dialog =
        std::make_unique<IncidentsDialog>(*m_history, QByteArrayList{"https://a/"}, QStringLiteral("Ours"));
    QTRY_VERIFY(summary().startsWith(QStringLiteral("The history cannot be opened")));
}

void TestIncidentsDialog::everyControlHasANameAndAPlaceInTheTabOrder()
{
    open({"https://a/"});
    const QWidgetList controls = {find<QTableView>("incidentsOfTheList"), find<QLineEdit>("incidentFilter"),
                                  find<QComboBox>("incidentPeriod")};
    for (QWidget *control : controls) {
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(control->objectName()));
        QVERIFY2(control->focusPolicy() & Qt::TabFocus, qPrintable(control->objectName()));
    }
}

QTEST_MAIN(TestIncidentsDialog)
#include "tst_incidentsdialog.moc"
