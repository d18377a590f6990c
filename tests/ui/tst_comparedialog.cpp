// SPDX-License-Identifier: MIT
#include "core/history/history.h"
#include "core/history/historyfile.h"
#include "tests/history/historytools.h"
#include "ui/comparedialog.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestCompareDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theLastTwoRunsOfTheListAreCompared();
    void runsThatWereStoppedAreNotOffered();
    void otherRunsAreChosen();
    void runsOfAllListsAreOfferedOnRequest();
    void withFewerThanTwoRunsItSaysWhatToDo();
    void aHistoryThatCannotBeReadSaysWhy();
    void changesAreFiltered();
    void thresholdsCompareAnew();
    void changesAreExported();
    void whatCannotBeWrittenIsSaid();
    void everyControlHasANameAndAPlaceInTheTabOrder();
    void closingWhileItComparesIsSafe();

private:
    static constexpr qint64 listId = 4;
    static constexpr qint64 otherListId = 9;

    void run(std::chrono::hours at, QList<CheckResult> results, qint64 list = listId, bool isStopped = false);
    void open();
    template <class Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString summary() const { return find<QLabel>("compareSummary")->text(); }
    QString changes() const
    {
        const QAbstractItemModel &model = *find<QTableView>("changes")->model();
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.index(row, DifferenceModel::ChangeColumn).data().toString() + u' ' +
                        model.index(row, DifferenceModel::UrlColumn).data().toString());
        return rows.join(u'|');
    }
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
    std::unique_ptr<History> m_history;
    std::unique_ptr<CompareDialog> m_dialog;
};

void TestCompareDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestCompareDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(path("history.sqlite"));
    QCOMPARE(m_file->open(), std::nullopt);
}

void TestCompareDialog::cleanup()
{
    m_dialog.reset();
    m_history.reset();
    m_file.reset();
    m_folder.reset();
}

void TestCompareDialog::run(std::chrono::hours at, QList<CheckResult> results, qint64 list, bool isStopped)
{
    // Of today: the history drops what is too old as soon as it is opened.
    const QDateTime began =
        QDateTime::currentDateTimeUtc().addDays(-1).addSecs(std::chrono::seconds(at).count());
    RunStart start(RunKind::Window, list == listId ? QStringLiteral("Ours") : QStringLiteral("Other"), began,
                   results.size());
    start.listId = list;
    CheckProgress counts;
    counts.total = results.size();
    QList<HistoryResult> kept;
    for (CheckResult &result : results) {
        result.startedAt = began;
        counts.count(isStopped ? Outcome::Cancelled : result.outcome);
        kept.append(HistoryResult(kept.size(), result));
    }
    qint64 id = 0;
    QCOMPARE(m_file->beginRun(start, id), std::nullopt);
    QCOMPARE(m_file->addResults(id, began, kept), std::nullopt);
    QCOMPARE(m_file->endRun(id, began.addSecs(1), counts), std::nullopt);
}

void TestCompareDialog::open()
{
    m_history = std::make_unique<History>(path("history.sqlite"));
    m_history->open();
    m_dialog = std::make_unique<CompareDialog>(*m_history, listId, QStringLiteral("Ours"));
    m_dialog->show();
    QTRY_VERIFY(summary() != QStringLiteral("Reading the history…") &&
                summary() != QStringLiteral("Comparing…"));
}

void TestCompareDialog::theLastTwoRunsOfTheListAreCompared()
{
    run(0h, {failed("https://a/", noon()), passed("https://b/", noon(), 5ms)});
    run(1h, {passed("https://a/", noon(), 5ms), passed("https://b/", noon(), 5ms)});
    run(2h, {passed("https://a/", noon(), 5ms), failed("https://b/", noon())});
    run(3h, {failed("https://c/", noon())}, otherListId);
    open();
    QCOMPARE(changes(), QStringLiteral("Newly broken https://b/"));
    QCOMPARE(summary(), QStringLiteral("Newly broken: 1   Unchanged: 1"));
    const auto *after = find<QComboBox>("runAfter");
    QCOMPARE(after->count(), 3);
    QVERIFY2(after->currentText().endsWith(QStringLiteral(": 2 URL(s), 1 failed")),
             qPrintable(after->currentText()));
    const QAbstractItemModelTester tester(find<QTableView>("changes")->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestCompareDialog::runsThatWereStoppedAreNotOffered()
{
    run(0h, {failed("https://a/", noon())});
    run(1h, {passed("https://a/", noon(), 5ms)});
    run(2h, {passed("https://a/", noon(), 5ms)}, listId, true);
    open();
    QCOMPARE(find<QComboBox>("runBefore")->count(), 2);
    QCOMPARE(changes(), QStringLiteral("Repaired https://a/"));
}

void TestCompareDialog::otherRunsAreChosen()
{
    run(0h, {failed("https://a/", noon())});
    run(1h, {passed("https://a/", noon(), 5ms)});
    run(2h, {passed("https://a/", noon(), 5ms)});
    open();
    QCOMPARE(changes(), QString());
    QTest::keyClick(find<QComboBox>("runBefore"), Qt::Key_End);
    QTRY_COMPARE(changes(), QStringLiteral("Repaired https://a/"));
}

void TestCompareDialog::runsOfAllListsAreOfferedOnRequest()
{
    run(0h, {failed("https://a/", noon())}, otherListId);
    run(1h, {passed("https://a/", noon(), 5ms)});
    open();
    QVERIFY(summary().startsWith(QStringLiteral("There are no two runs to compare yet.")));
    find<QCheckBox>("runsOfAllLists")->click();
    QTRY_COMPARE(changes(), QStringLiteral("Repaired https://a/"));
    QVERIFY(find<QComboBox>("runBefore")->currentText().startsWith(QStringLiteral("Other, ")));
}

void TestCompareDialog::withFewerThanTwoRunsItSaysWhatToDo()
{
    run(0h, {passed("https://a/", noon(), 5ms)});
    open();
    QVERIFY(summary().startsWith(QStringLiteral("There are no two runs to compare yet. Check the list to")));
    for (const auto *button : m_dialog->findChildren<QPushButton *>())
        QCOMPARE(button->isEnabled(), !button->text().contains(QStringLiteral("xport")));
}

void TestCompareDialog::aHistoryThatCannotBeReadSaysWhy()
{
    m_file.reset();
    QVERIFY(QFile::remove(path("history.sqlite")));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("history.sqlite")));
    open();
    QVERIFY(summary().startsWith(QStringLiteral("The history cannot be opened")));
}

void TestCompareDialog::changesAreFiltered()
{
    run(0h,
        {failed("https://a/", noon()), passed("https://b/", noon(), 5ms), passed("https://c/", noon(), 5ms)});
    run(1h, {passed("https://a/", noon(), 5ms), failed("https://b/", noon()), failed("https://c/", noon())});
    open();
    auto *kinds = find<QComboBox>("compareChange");
    QStringList offered;
    for (int i = 0; i < kinds->count(); ++i)
        offered.append(kinds->itemText(i));
    QCOMPARE(offered.join(u'|'), QStringLiteral("All changes|Newly broken (2)|Repaired (1)"));
    QTest::keyClick(kinds, Qt::Key_Down);
    QCOMPARE(changes(), QStringLiteral("Newly broken https://b/|Newly broken https://c/"));
    QTest::keyClicks(find<QLineEdit>("compareFilter"), QStringLiteral("//C"));
    QCOMPARE(changes(), QStringLiteral("Newly broken https://c/"));
    QTest::keyClick(find<QLineEdit>("compareFilter"), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
}

void TestCompareDialog::thresholdsCompareAnew()
{
    CheckResult small = passed("https://a/", noon(), 5ms);
    small.fetch.bodyBytes = 1000;
    CheckResult large = small;
    large.fetch.bodyBytes = 1300;
    run(0h, {small});
    run(1h, {large});
    open();
    QCOMPARE(changes(), QStringLiteral("Other bytes https://a/"));
    find<QSpinBox>("sizePercent")->setValue(50);
    QTRY_COMPARE(summary(), QStringLiteral("Unchanged: 1"));
    QCOMPARE(changes(), QString());
}

void TestCompareDialog::changesAreExported()
{
    run(0h, {passed("https://a/", noon(), 5ms)});
    run(1h, {failed("https://a/", noon())});
    open();
    m_dialog->exportTo(path("changes.csv"));
    QTRY_COMPARE(summary(), QStringLiteral("Exported to %1.").arg(path("changes.csv")));
    QFile file(path("changes.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY(lines.at(0).startsWith("change,url,"));
    QVERIFY(lines.at(1).startsWith("newly-broken,https://a/,"));
    m_dialog->exportTo(path("changes.html"));
    QTRY_COMPARE(summary(), QStringLiteral("Exported to %1.").arg(path("changes.html")));
}

void TestCompareDialog::whatCannotBeWrittenIsSaid()
{
    run(0h, {passed("https://a/", noon(), 5ms)});
    run(1h, {failed("https://a/", noon())});
    open();
    m_dialog->exportTo(path("no such folder/changes.csv"));
    QTRY_VERIFY(summary().startsWith(QStringLiteral("Nothing was exported. Cannot write ")));
}

void TestCompareDialog::everyControlHasANameAndAPlaceInTheTabOrder()
{
    run(0h, {passed("https://a/", noon(), 5ms)});
    run(1h, {failed("https://a/", noon())});
    open();
    QWidgetList controls = {find<QTableView>("changes"), find<QLineEdit>("compareFilter")};
    for (auto *box : m_dialog->findChildren<QComboBox *>())
        controls.append(box);
    for (auto *box : m_dialog->findChildren<QSpinBox *>())
        controls.append(box);
    for (auto *button : m_dialog->findChildren<QPushButton *>())
        controls.append(button);
    controls.append(find<QCheckBox>("runsOfAllLists"));
    QCOMPARE(controls.size(), 10);
    for (QWidget *control : std::as_const(controls)) {
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(control->objectName()));
        QVERIFY2(control->focusPolicy() & Qt::TabFocus, qPrintable(control->objectName()));
    }
}

void TestCompareDialog::closingWhileItComparesIsSafe()
{
    run(0h, {passed("https://a/", noon(), 5ms)});
    run(1h, {failed("https://a/", noon())});
    m_history = std::make_unique<History>(path("history.sqlite"));
    m_history->open();
    m_dialog = std::make_unique<CompareDialog>(*m_history, listId, QStringLiteral("Ours"));
    m_dialog.reset();
    QCOMPARE(m_history->flushAndWait(), std::nullopt); // everything has been answered
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestCompareDialog)
#include "tst_comparedialog.moc"
