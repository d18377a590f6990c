// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDoubleSpinBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

/// Rows, filter, memory and keyboard of the window.
class TestMainWindow : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void theFilterHidesRowsAndEscapeShowsThemAgain();
    void anInvalidExpressionIsSaidAndTheFilterStays();
    void rowsAreRemovedAndCopied();
    void webPagesAreOpenedAndNothingElse();
    void listAndResultsSurviveARestart();
    void aStoreThatCannotBeOpenedIsSaidAndTheListIsUsable();
    void settingsSurviveARestart();
    void everythingIsReachedByTabAndHasAName();
    void commandsWithoutSenseAreDisabled();
    void theDetailsTellAboutTheSelectedRow();
};

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
    QTest::keyClicks(filter, QStringLiteral("/[12]0"));
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

    import({"/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h", "/i", "/j"});
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(catcher.urls.size(), 1 + 10);
    QCOMPARE(message(), QStringLiteral("Only the first 10 of the selected URLs were opened."));
    for (const char *scheme : {"http", "https", "ftp", "javascript"})
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

void TestMainWindow::listAndResultsSurviveARestart()
{
    import({"/10", "/missing"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed"));
    import({"/30"});
    closeWindow(); // at once: nothing may wait for a timer
    openWindow();
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(outcomes(), QStringLiteral("OK|Failed|Not checked"));
    QCOMPARE(cell(0, ResultColumn::Bytes), QStringLiteral("10 B"));
    select({1});
    QTest::keyClick(table(), Qt::Key_Delete);
    closeWindow();
    openWindow();
    QTRY_COMPARE(rows(), 2);
    import({"/40"}); // its id is above those that were loaded
    QCOMPARE(cell(2, ResultColumn::Url), list({"/40"}).trimmed());
}

void TestMainWindow::aStoreThatCannotBeOpenedIsSaidAndTheListIsUsable()
{
    closeWindow();
    QVERIFY(QFile::remove(path("list.db")));
    file("list.db",
         "this is no database, and longer than a header of one would be: 0123456789 0123456789 0123456789");
    openWindow();
    QTRY_VERIFY2(message().contains(QStringLiteral("damaged")), qPrintable(message()));
    m_window->importText(list({"/10"}));
    QTRY_COMPARE(rows(), 1);
}

void TestMainWindow::settingsSurviveARestart()
{
    find<QSpinBox>("atOnce")->setValue(77);
    find<QSpinBox>("perHost")->setValue(3);
    find<QDoubleSpinBox>("timeout")->setValue(4.5);
    table()->setColumnHidden(columnOf(ResultColumn::Bytes), true);
    m_window->resize(900, 555);
    QVERIFY(m_window->close());
    closeWindow();
    openWindow();
    QCOMPARE(find<QSpinBox>("atOnce")->value(), 77);
    QCOMPARE(find<QSpinBox>("perHost")->value(), 3);
    QCOMPARE(find<QDoubleSpinBox>("timeout")->value(), 4.5);
    QVERIFY(table()->isColumnHidden(columnOf(ResultColumn::Bytes)));
    QCOMPARE(m_window->size(), QSize(900, 555));
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
             QStringLiteral("Results|Import…|Check all|At once|Per host|Rate|Time-out|Export…|Close this "
                            "message|New list|Lists|"
                            "Groups of rows|Filter|Column to filter|Regular expression"));
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

void TestMainWindow::theDetailsTellAboutTheSelectedRow()
{
    import({"/10", "/missing"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed"));
    const auto *sentence = find<QLabel>("detailsSentence");
    QCOMPARE(sentence->text(), QStringLiteral("Select a row to see more about it."));
    table()->selectRow(0);
    QVERIFY(sentence->text().startsWith(QStringLiteral("Answered with status 200 and 10 B in ")));
    table()->selectRow(1);
    QVERIFY(sentence->text().startsWith(QStringLiteral("Client error: ")));
    action("Details")->trigger();
    QVERIFY(!sentence->isVisible());
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(sentence->isVisible());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
