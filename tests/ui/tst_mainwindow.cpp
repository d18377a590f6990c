// SPDX-License-Identifier: MIT
#include "core/check/checksession.h"
#include "core/history/store.h"
#include "tests/support/faultserver.h"
#include "ui/mainwindow.h"
#include "ui/resultcolumns.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace rollcall;
using namespace rollcall::test;

/// Drives the window as a person does: keys, clicks, drops; against the fault server, with a store of its
/// own.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void anEmptyListSaysWhatToDo();
    void importedUrlsAreCheckedAndExported();
    void theSampleListIsOneClickAway();
    void pastedTextBecomesRows();
    void aPastedFileIsImported();
    void nothingToPasteIsSaid();
    void droppedFilesAndTextsAreImported();
    void duplicatesAreCountedAndSkippedLinesShown();
    void aListThatCannotBeReadLeavesEverythingAsItIs_data();
    void aListThatCannotBeReadLeavesEverythingAsItIs();
    void onlyTheSelectedRowsAreChecked();
    void failedRowsAreCheckedAgain();
    void stoppingLeavesNothingRunning();
    void aStoppedCheckKeepsEarlierResults();
    void limitsActWhileACheckRuns();
    void whatIsTypedIntoAFieldCountsAtOnce();
    void theTitleAndTheFootTellHowFarItIs();
    void theFilterHidesRowsAndEscapeShowsThemAgain();
    void anInvalidExpressionIsSaidAndTheFilterStays();
    void rowsAreRemovedAndCopied();
    void webPagesAreOpenedAndNothingElse();
    void anExportThatFailsIsSaid();
    void dialogsLeadToImportAndExport();
    void listAndResultsSurviveARestart();
    void aStoreThatCannotBeOpenedIsSaidAndTheListIsUsable();
    void settingsSurviveARestart();
    void closingWhileACheckRunsEndsCleanly();
    void everythingIsReachedByTabAndHasAName();
    void commandsWithoutSenseAreDisabled();

private:
    void open();
    void close();
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QString file(const char *name, const QByteArray &content) const;
    /// "http://127.0.0.1:port/a\nhttp://..." for these paths of the server.
    QString list(const QList<QByteArray> &paths) const;
    void import(const QList<QByteArray> &paths);

    template <class Widget>
    Widget *find(const char *objectName) const
    {
        auto *widget = m_window->findChild<Widget *>(QString::fromLatin1(objectName));
        if (!widget)
            qFatal("no %s in the window", objectName);
        return widget;
    }
    QTableView *table() const { return find<QTableView>("results"); }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int row, ResultColumn column) const
    {
        return table()->model()->index(row, columnOf(column)).data().toString();
    }
    QStringList outcomes() const;
    QString message() const
    {
        return find<QLabel>("messageText")->isVisible() ? find<QLabel>("messageText")->text() : QString();
    }
    QAbstractButton *button(const char *text) const;
    QAction *action(const char *text) const;
    void select(const QList<int> &selected);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CheckSession> m_session;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("rollcall"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_mainwindow"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestMainWindow::init()
{
    QSettings().clear();
    QGuiApplication::clipboard()->clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    for (const QByteArray &size : QList<QByteArray>{"/10", "/20", "/30", "/40"})
        m_server->on(size, {Send(httpResponse(200, {{"Content-Type", "text/plain"}},
                                              QByteArray(size.mid(1).toInt(), 'x')))});
    open();
}

void TestMainWindow::cleanup()
{
    close();
    m_server.reset();
    m_folder.reset();
}

void TestMainWindow::open()
{
    m_session = std::make_unique<CheckSession>();
    m_store = std::make_unique<Store>(path("list.db"));
    m_window = std::make_unique<MainWindow>(*m_session, *m_store);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::close()
{
    m_window.reset();
    m_session.reset();
    m_store.reset();
}

QString TestMainWindow::file(const char *name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

QString TestMainWindow::list(const QList<QByteArray> &paths) const
{
    QByteArray text;
    for (const QByteArray &path : paths)
        text += m_server->url(path) + '\n';
    return QString::fromLatin1(text);
}

void TestMainWindow::import(const QList<QByteArray> &paths)
{
    const int before = rows();
    m_window->importText(list(paths));
    QTRY_COMPARE(rows(), before + int(paths.size()));
}

QStringList TestMainWindow::outcomes() const
{
    QStringList words;
    for (int row = 0; row < rows(); ++row)
        words.append(cell(row, ResultColumn::Outcome));
    return words;
}

QAbstractButton *TestMainWindow::button(const char *text) const
{
    for (auto *candidate : m_window->findChildren<QAbstractButton *>()) {
        if (candidate->text() == QString::fromUtf8(text) && candidate->isVisible())
            return candidate;
    }
    qFatal("no button \"%s\"", text);
}

QAction *TestMainWindow::action(const char *text) const
{
    for (QAction *candidate : m_window->findChildren<QAction *>()) {
        if (candidate->iconText() == QString::fromUtf8(text))
            return candidate;
    }
    qFatal("no command \"%s\"", text);
}

void TestMainWindow::select(const QList<int> &selected)
{
    table()->clearSelection();
    for (const int row : selected) {
        table()->selectionModel()->select(table()->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void TestMainWindow::anEmptyListSaysWhatToDo()
{
    QVERIFY(button("Try the sample list"));
    QVERIFY(!table()->isVisible());
    import({"/10"});
    QVERIFY(table()->isVisible());
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Delete);
    QVERIFY(!table()->isVisible());
}

void TestMainWindow::importedUrlsAreCheckedAndExported()
{
    m_window->importFiles({file("list.txt", list({"/10", "/20", "/missing"}).toLatin1())});
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(message(), QStringLiteral("3 URL(s) added."));
    QTest::mouseClick(button("Check all"), Qt::LeftButton);
    QTRY_COMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("OK OK Failed"));
    QCOMPARE(cell(0, ResultColumn::Bytes), QStringLiteral("10 B"));
    QCOMPARE(cell(1, ResultColumn::Bytes), QStringLiteral("20 B"));
    QCOMPARE(cell(2, ResultColumn::HttpStatus), QStringLiteral("404"));
    QCOMPARE(cell(2, ResultColumn::Error), QStringLiteral("Client error"));

    m_window->exportTo(path("out.csv"));
    QTRY_VERIFY(message().startsWith(QStringLiteral("3 row(s) exported")));
    QFile report(path("out.csv"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = report.readAll().split('\n');
    QVERIFY(lines.at(0).startsWith("url,final_url,outcome,status"));
    QVERIFY(lines.at(1).startsWith(m_server->url("/10") + ","));
    QVERIFY(lines.at(3).contains("http-client-error"));
}

void TestMainWindow::theSampleListIsOneClickAway()
{
    QTest::mouseClick(button("Try the sample list"), Qt::LeftButton);
    QTRY_VERIFY(rows() > 3);
    QCOMPARE(cell(0, ResultColumn::Url), QStringLiteral("http://www.google.com/"));
}

void TestMainWindow::pastedTextBecomesRows()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("http://127.0.0.1/a\nexample.com/b\n"));
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(cell(1, ResultColumn::Url), QStringLiteral("https://example.com/b"));
}

void TestMainWindow::aPastedFileIsImported()
{
    auto *mime = new QMimeData;
    mime->setUrls({QUrl::fromLocalFile(file("list.txt", "http://127.0.0.1/a\n"))});
    QGuiApplication::clipboard()->setMimeData(mime);
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(message(), QStringLiteral("1 URL(s) added."));
}

void TestMainWindow::nothingToPasteIsSaid()
{
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(message(), QStringLiteral("There is no text to paste."));
}

void TestMainWindow::droppedFilesAndTextsAreImported()
{
    const auto drop = [this](const QMimeData &mime) {
        QDragEnterEvent enter(QPoint(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent release(QPointF(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &release);
    };
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(file("a.txt", "http://127.0.0.1/a\n")),
                   QUrl::fromLocalFile(file("b.txt", "http://127.0.0.1/b\n"))});
    drop(files);
    QTRY_COMPARE(rows(), 2);
    QMimeData link;
    link.setUrls({QUrl(QStringLiteral("http://127.0.0.1/c"))});
    drop(link);
    QTRY_COMPARE(rows(), 3);
    QMimeData text;
    text.setText(QStringLiteral("http://127.0.0.1/d"));
    drop(text);
    QTRY_COMPARE(rows(), 4);
}

void TestMainWindow::duplicatesAreCountedAndSkippedLinesShown()
{
    import({"/10"});
    m_window->importText(list({"/10", "/20"}) + QStringLiteral("not a URL\n"));
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(message(), QStringLiteral("1 URL(s) added, 1 duplicate(s) and 1 line(s) skipped."));
    QTest::mouseClick(button("Show"), Qt::LeftButton);
    const auto *skipped = m_window->findChild<QTreeWidget *>();
    QVERIFY(skipped && skipped->isVisible() && !skipped->window()->isModal());
    QCOMPARE(skipped->topLevelItem(0)->text(0), QStringLiteral("3"));
    QCOMPARE(skipped->topLevelItem(0)->text(1), QStringLiteral("not a URL"));
}

void TestMainWindow::aListThatCannotBeReadLeavesEverythingAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("\n");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0\0\1\2\3",
                                          10);
    QTest::newRow("no URL in it") << QByteArray("just some words\n");
}

void TestMainWindow::aListThatCannotBeReadLeavesEverythingAsItIs()
{
    QFETCH(QByteArray, content);
    import({"/10"});
    const QString name = content.isNull() ? path("missing.txt") : file("bad.txt", content);
    m_window->importFiles({name});
    QTRY_VERIFY2(message().contains(name), qPrintable(message()));
    QVERIFY(!message().contains(QStringLiteral("added")));
    QCOMPARE(rows(), 1);
}

void TestMainWindow::onlyTheSelectedRowsAreChecked()
{
    import({"/10", "/20", "/30"});
    select({1});
    QTest::keyClick(table(), Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(outcomes().join(QLatin1Char('|')), QStringLiteral("Not checked|OK|Not checked"));
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestMainWindow::failedRowsAreCheckedAgain()
{
    import({"/10", "/missing"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("OK Failed"));
    QTRY_VERIFY(!m_session->isRunning());
    m_server->on("/missing", {Send(httpResponse(200, {}, "found"))});
    QTest::keyClick(table(), Qt::Key_F5, Qt::ControlModifier);
    QTRY_COMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("OK OK"));
    QCOMPARE(m_server->requestCount("/10"), 1);
}

void TestMainWindow::stoppingLeavesNothingRunning()
{
    m_server->hold("/20");
    import({"/10", "/20"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("OK Running"));
    QVERIFY(button("Stop")->isEnabled());
    QTest::keyClick(table(), Qt::Key_Escape);
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("OK Cancelled"));
    QVERIFY(!button("Stop")->isEnabled());
    QVERIFY(button("Check all")->isEnabled());
}

void TestMainWindow::aStoppedCheckKeepsEarlierResults()
{
    import({"/10"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("OK"));
    QTRY_VERIFY(!m_session->isRunning());
    m_server->hold("/10");
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("Running"));
    QTest::mouseClick(button("Stop"), Qt::LeftButton);
    QTRY_COMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("OK"));
    QCOMPARE(cell(0, ResultColumn::Bytes), QStringLiteral("10 B"));
}

void TestMainWindow::limitsActWhileACheckRuns()
{
    m_server->hold("/10");
    find<QSpinBox>("atOnce")->setValue(1);
    import({"/10?a", "/10?b", "/10?c"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    QTRY_COMPARE(outcomes().count(QStringLiteral("Running")), 1);
    find<QSpinBox>("atOnce")->setValue(3);
    QTRY_COMPARE(m_server->heldRequests("/10"), 3);
    m_server->releaseAll("/10");
    QTRY_COMPARE(outcomes().count(QStringLiteral("OK")), 3);
}

void TestMainWindow::whatIsTypedIntoAFieldCountsAtOnce()
{
    m_server->hold("/10");
    import({"/10?a", "/10?b", "/10?c"});
    auto *field = find<QSpinBox>("atOnce");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("2"));
    QTest::mouseClick(button("Check all"), Qt::LeftButton); // the field still has the cursor
    QTRY_COMPARE(m_server->heldRequests("/10"), 2);
    QTRY_COMPARE(outcomes().count(QStringLiteral("Running")), 2);
    QCOMPARE(outcomes().count(QStringLiteral("Queued")), 1);
}

void TestMainWindow::theTitleAndTheFootTellHowFarItIs()
{
    m_server->hold("/20");
    import({"/10", "/20"});
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Rollcall"));
    QCOMPARE(find<QLabel>("position")->text(), QStringLiteral("2 URL(s)"));
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("Rollcall: 50 %"));
    QCOMPARE(find<QLabel>("position")->text(), QStringLiteral("1 of 2"));
    m_server->releaseAll("/20");
    QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("Rollcall"));
    QVERIFY(find<QLabel>("position")->text().startsWith(QStringLiteral("2 URL(s) checked in ")));
}

void TestMainWindow::theFilterHidesRowsAndEscapeShowsThemAgain()
{
    import({"/10", "/20", "/30"});
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    auto *filter = find<QLineEdit>("filterText");
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("/20"));
    QCOMPARE(rows(), 1);
    QCOMPARE(find<QLabel>("filterCounts")->text(), QStringLiteral("1 of 3 shown"));
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(rows(), 3);
    QVERIFY(table()->hasFocus());
}

void TestMainWindow::anInvalidExpressionIsSaidAndTheFilterStays()
{
    import({"/10", "/20", "/30"});
    auto *filter = find<QLineEdit>("filterText");
    QTest::mouseClick(button(".*"), Qt::LeftButton);
    QTest::keyClicks(filter, QStringLiteral("[12]0"));
    QCOMPARE(rows(), 2);
    QTest::keyClicks(filter, QStringLiteral("("));
    QVERIFY(find<QLabel>("filterError")->isVisible());
    QVERIFY(find<QLabel>("filterError")->text().startsWith(QStringLiteral("No regular expression: ")));
    QCOMPARE(rows(), 2);
    QTest::keyClick(filter, Qt::Key_Backspace);
    QVERIFY(!find<QLabel>("filterError")->isVisible());
}

void TestMainWindow::rowsAreRemovedAndCopied()
{
    import({"/10", "/20", "/30"});
    select({0, 2});
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), list({"/10", "/30"}));
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Not checked\t") +
                                                            list({"/10"}).trimmed()));
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(rows(), 1);
    QCOMPARE(cell(0, ResultColumn::Url), list({"/20"}).trimmed());
}

class UrlCatcher : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> urls;
public Q_SLOTS:
    void take(const QUrl &url) { urls.append(url); }
};

void TestMainWindow::webPagesAreOpenedAndNothingElse()
{
    UrlCatcher catcher;
    for (const char *scheme : {"http", "https", "ftp", "javascript"})
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), &catcher, "take");
    m_window->importText(list({"/10"}) + QStringLiteral("ftp://127.0.0.1/x\njavascript:alert(1)\n"));
    QTRY_COMPARE(rows(), 3);
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(catcher.urls, QList<QUrl>{QUrl(list({"/10"}).trimmed())});
    for (const char *scheme : {"http", "https", "ftp", "javascript"})
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

void TestMainWindow::anExportThatFailsIsSaid()
{
    import({"/10"});
    const QString nowhere = path("no such folder/out.csv");
    m_window->exportTo(nowhere);
    QTRY_VERIFY(message().startsWith(QStringLiteral("Nothing was exported. ")));
    QVERIFY(message().contains(nowhere));
}

void TestMainWindow::dialogsLeadToImportAndExport()
{
    const QString name = file("list.txt", list({"/10"}).toLatin1());
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    auto *import = m_window->findChild<QFileDialog *>();
    QVERIFY(import && import->isVisible());
    Q_EMIT import->filesSelected({name});
    import->close();
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    auto *save = m_window->findChild<QFileDialog *>();
    QVERIFY(save && save->isVisible());
    QCOMPARE(save->nameFilters().constFirst(), QStringLiteral("CSV (*.csv)"));
    QCOMPARE(save->defaultSuffix(), QStringLiteral("csv"));
    Q_EMIT save->fileSelected(path("out.csv"));
    save->close();
    QTRY_VERIFY(QFile::exists(path("out.csv")));
}

void TestMainWindow::listAndResultsSurviveARestart()
{
    import({"/10", "/missing"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes().join(QLatin1Char(' ')), QStringLiteral("OK Failed"));
    import({"/30"});
    close(); // at once: nothing may wait for a timer
    open();
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(outcomes().join(QLatin1Char('|')), QStringLiteral("OK|Failed|Not checked"));
    QCOMPARE(cell(0, ResultColumn::Bytes), QStringLiteral("10 B"));
    select({1});
    QTest::keyClick(table(), Qt::Key_Delete);
    close();
    open();
    QTRY_COMPARE(rows(), 2);
    import({"/40"}); // its id is above those that were loaded
    QCOMPARE(cell(2, ResultColumn::Url), list({"/40"}).trimmed());
}

void TestMainWindow::aStoreThatCannotBeOpenedIsSaidAndTheListIsUsable()
{
    close();
    QVERIFY(QFile::remove(path("list.db")));
    file("list.db",
         "this is no database, and longer than a header of one would be: 0123456789 0123456789 0123456789");
    open();
    QTRY_VERIFY2(message().contains(QStringLiteral("damaged")), qPrintable(message()));
    m_window->importText(list({"/10"}));
    QTRY_COMPARE(rows(), 1);
}

void TestMainWindow::settingsSurviveARestart()
{
    find<QSpinBox>("atOnce")->setValue(77);
    find<QSpinBox>("perHost")->setValue(3);
    find<QDoubleSpinBox>("timeout")->setValue(4.5);
    table()->setColumnHidden(columnOf(ResultColumn::Type), true);
    m_window->resize(900, 555);
    QVERIFY(m_window->close());
    close();
    open();
    QCOMPARE(find<QSpinBox>("atOnce")->value(), 77);
    QCOMPARE(find<QSpinBox>("perHost")->value(), 3);
    QCOMPARE(find<QDoubleSpinBox>("timeout")->value(), 4.5);
    QVERIFY(table()->isColumnHidden(columnOf(ResultColumn::Type)));
    QCOMPARE(m_window->size(), QSize(900, 555));
}

void TestMainWindow::closingWhileACheckRunsEndsCleanly()
{
    m_server->hold("/10");
    import({"/10?a", "/10?b", "/20"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/10"), 2);
    QVERIFY(m_window->close());
    close();
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestMainWindow::everythingIsReachedByTabAndHasAName()
{
    import({"/10"});
    table()->setFocus();
    QStringList names;
    QWidget *first = QApplication::focusWidget();
    do {
        const QWidget *widget = QApplication::focusWidget();
        const auto *labelled = qobject_cast<const QAbstractButton *>(widget);
        const QString name = !widget->accessibleName().isEmpty() ? widget->accessibleName()
                             : labelled                          ? labelled->text()
                                                                 : QString();
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        names.append(name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(names.size() < 30);
    } while (QApplication::focusWidget() != first);
    QCOMPARE(names.join(QLatin1Char('|')),
             QStringLiteral(
                 "Results|Import…|Check all|At once|Per host|Time-out|Export…|Close this message|Filter|"
                 "Column to filter|Regular expression"));
}

void TestMainWindow::commandsWithoutSenseAreDisabled()
{
    for (const char *text :
         {"Check all", "Check selected", "Re-check failed", "Stop", "Export…", "Remove", "Remove all"})
        QVERIFY2(!action(text)->isEnabled(), text);
    import({"/10"});
    QVERIFY(action("Check all")->isEnabled());
    QVERIFY(!action("Check selected")->isEnabled());
    select({0});
    QVERIFY(action("Check selected")->isEnabled());
    QVERIFY(!action("Stop")->isEnabled());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
