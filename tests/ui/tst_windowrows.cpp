// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"
#include "ui/exporter.h"
#include "ui/viewsmenu.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

/// What the window does with rows: copies and exports them, remembers ways to look at them, tells about one.
class TestWindowRows : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void selectedRowsAreCopiedInEachForm();
    void theCurlCommandOfTheCurrentRowIsCopied();
    void onlyTheRowsAndColumnsThatAreWantedAreExported_data();
    void onlyTheRowsAndColumnsThatAreWantedAreExported();
    void aViewIsSavedShownRenamedAndDeleted();
    void theDetailsKnowWhatTheServerAnswered();

private:
    /// The entry of the window's menus with this text, mnemonics aside.
    QAction *entry(const QMenu &menu, const char *text) const
    {
        for (QAction *action : menu.actions()) {
            if (action->iconText() == QString::fromUtf8(text))
                return action;
        }
        qFatal("no entry \"%s\"", text);
    }
    QMenu *menu(const char *title) const
    {
        for (auto *menu : m_window->findChildren<QMenu *>()) {
            if (menu->title().remove(QLatin1Char('&')) == QString::fromUtf8(title))
                return menu;
        }
        qFatal("no menu \"%s\"", title);
    }
    void checkAll(const QList<QByteArray> &paths)
    {
        import(paths);
        QTest::keyClick(table(), Qt::Key_F5);
        QTRY_VERIFY(!outcomes().contains(QStringLiteral("Queued")) &&
                    !outcomes().contains(QStringLiteral("Running")) &&
                    !outcomes().contains(QStringLiteral("Not checked")));
    }
};

void TestWindowRows::selectedRowsAreCopiedInEachForm()
{
    checkAll({"/10", "/20"});
    QVERIFY(!menu("Copy as")->menuAction()->isEnabled());
    select({1});
    const QString url = list({"/20"}).trimmed();
    const auto copied = [this](const char *format) {
        entry(*menu("Copy as"), format)->trigger();
        return QGuiApplication::clipboard()->text();
    };
    QVERIFY(copied("As shown").startsWith(QStringLiteral("OK\t%1\t200\t20 B\t").arg(url)));
    QVERIFY(copied("TSV").startsWith(QStringLiteral("outcome\turl\tstatus\tbody_bytes\t")));
    QVERIFY(copied("CSV").contains(QStringLiteral("ok,%1,200,20,").arg(url)));
    QVERIFY(copied("Markdown").contains(QStringLiteral("| ok | <%1> | 200 | 20 |").arg(url)));
    QVERIFY(copied("JSON").startsWith(QStringLiteral("[\n{\"outcome\":\"ok\",\"url\":\"%1\"").arg(url)));
    QVERIFY(copied("curl command").endsWith(url + QLatin1Char('\n')));
}

void TestWindowRows::theCurlCommandOfTheCurrentRowIsCopied()
{
    import({"/10"});
    table()->selectRow(0);
    QTest::mouseClick(button("Copy as curl"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("curl ")));
}

void TestWindowRows::onlyTheRowsAndColumnsThatAreWantedAreExported_data()
{
    QTest::addColumn<ExportedRows>("rows");
    QTest::addColumn<QStringList>("expected");
    const auto names = [](std::initializer_list<const char *> paths) {
        QStringList texts;
        for (const char *each : paths)
            texts.append(QString::fromLatin1(each));
        return texts;
    };
    QTest::newRow("all") << ExportedRows::All << names({"/10", "/20", "/30"});
    QTest::newRow("shown") << ExportedRows::Shown << names({"/30", "/10"});
    QTest::newRow("selected") << ExportedRows::Selected << names({"/10"});
}

void TestWindowRows::onlyTheRowsAndColumnsThatAreWantedAreExported()
{
    QFETCH(ExportedRows, rows);
    QFETCH(QStringList, expected);
    import({"/10", "/20", "/30"});
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    find<QLineEdit>("filterText")->setText(QStringLiteral("/[13]0$"));
    QTest::mouseClick(button(".*"), Qt::LeftButton);
    table()->sortByColumn(columnOf(ResultColumn::Url), Qt::DescendingOrder);
    QCOMPARE(this->rows(), 2);
    table()->selectRow(1);
    for (const ResultColumnInfo &column : resultColumns())
        table()->setColumnHidden(columnOf(column.column), column.column != ResultColumn::Url);
    entry(*menu("Export only"), "With the columns shown only")->setChecked(true);
    m_window->findChild<Exporter *>()->exportTo(path("out.csv"), {}, rows);
    QTRY_VERIFY2(message().contains(QStringLiteral("out.csv")), qPrintable(message()));
    QFile report(path("out.csv"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QString wanted = QStringLiteral("url\r\n");
    for (const QString &each : std::as_const(expected))
        wanted += list({each.toLatin1()}).trimmed() + QStringLiteral("\r\n");
    QCOMPARE(QString::fromUtf8(report.readAll()), wanted);
}

void TestWindowRows::aViewIsSavedShownRenamedAndDeleted()
{
    import({"/10", "/20", "/30"});
    auto *views = m_window->findChild<ViewsMenu *>();
    const auto open = [views] { Q_EMIT views->aboutToShow(); };
    find<QLineEdit>("filterText")->setText(QStringLiteral("/20"));
    table()->setColumnHidden(columnOf(ResultColumn::Bytes), true);
    open();
    entry(*views, "Save this view…")->trigger();
    auto *dialog = m_window->findChild<QInputDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->setTextValue(QStringLiteral(" twenties "));
    dialog->accept();

    find<QLineEdit>("filterText")->clear();
    table()->setColumnHidden(columnOf(ResultColumn::Bytes), false);
    QCOMPARE(rows(), 3);
    closeWindow();
    openWindow();
    QTRY_COMPARE(rows(), 3);
    views = m_window->findChild<ViewsMenu *>();
    Q_EMIT views->aboutToShow();
    entry(*views, "twenties")->trigger();
    QCOMPARE(rows(), 1);
    QCOMPARE(find<QLineEdit>("filterText")->text(), QStringLiteral("/20"));
    QVERIFY(table()->isColumnHidden(columnOf(ResultColumn::Bytes)));

    entry(*views, "Rename or delete…")->trigger();
    auto *names = m_window->findChild<QListWidget *>();
    QVERIFY(names && names->isVisible());
    names->item(0)->setText(QStringLiteral("score"));
    Q_EMIT views->aboutToShow();
    QVERIFY(entry(*views, "score"));
    QTest::mouseClick(button("Delete"), Qt::LeftButton);
    Q_EMIT views->aboutToShow();
    QVERIFY(!entry(*views, "Rename or delete…")->isEnabled());
}

void TestWindowRows::theDetailsKnowWhatTheServerAnswered()
{
    m_server->on("/typed", Script{Send(httpResponse(200, {{"X-Custom", "yes"}}, "body"))});
    checkAll({"/typed"});
    table()->selectRow(0);
    const auto shownTabs = [this] {
        const auto *tabs = find<QTabWidget>("detailsTabs");
        QStringList names;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->isTabVisible(tab))
                names.append(tabs->tabText(tab));
        }
        return names;
    };
    const QStringList expected = {QStringLiteral("Timing"), QStringLiteral("Headers"),
                                  QStringLiteral("History")};
    QTRY_COMPARE(shownTabs(), expected);
    closeWindow(); // and so it does after a restart
    openWindow();
    QTRY_COMPARE(rows(), 1);
    table()->selectRow(0);
    QTRY_COMPARE(shownTabs(), expected);
    const auto *headers = find<QTableView>("headers");
    QCOMPARE(headers->model()
                 ->match(headers->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("X-Custom"))
                 .size(),
             1);
}

QTEST_MAIN(TestWindowRows)
#include "tst_windowrows.moc"
