// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"

#include <QAbstractButton>
#include <QAction>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

/// Edits of the list, and taking them back.
class TestWindowEdits : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void removedRowsComeBackInTheirPlacesWithTheirResults();
    void headersOfARemovedRowComeBackWithIt();
    void scatteredRowsComeBackAcrossARestart();
    void theMessageOffersToUndoARemoval();
    void anImportIsUndoneAndDoneAgain();
    void whatComesInForARemovedRowDoesNotBringItBack();
    void theMenuSaysWhatWouldBeUndone();

private:
    QString paths() const
    {
        QStringList all;
        for (int row = 0; row < rows(); ++row)
            all.append(cell(row, ResultColumn::Url).section(QLatin1Char('/'), 3));
        return all.join(QLatin1Char('|'));
    }
    void press(const QKeySequence &keys) const { QTest::keySequence(table(), keys); }
};

void TestWindowEdits::removedRowsComeBackInTheirPlacesWithTheirResults()
{
    import({"/10", "/missing", "/20"});
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed|OK"));
    select({1});
    press(QKeySequence::Delete);
    QCOMPARE(outcomes(), QStringLiteral("OK|OK"));
    press(QKeySequence::Undo);
    QCOMPARE(outcomes(), QStringLiteral("OK|Failed|OK"));
    QCOMPARE(paths(), QStringLiteral("10|missing|20"));
    press(QKeySequence::Redo);
    QCOMPARE(paths(), QStringLiteral("10|20"));
}

void TestWindowEdits::headersOfARemovedRowComeBackWithIt()
{
    import({"/10", "/20"});
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|OK"));
    const auto *headers = find<QTableView>("headers");
    table()->selectRow(0);
    QTRY_VERIFY(headers->model()->rowCount() > 0);
    const int count = headers->model()->rowCount();
    press(QKeySequence::Delete);
    press(QKeySequence::Undo);
    table()->clearSelection();
    table()->setCurrentIndex({});
    table()->selectRow(0);
    const auto *tabs = find<QTabWidget>("detailsTabs");
    QTRY_VERIFY(tabs->isTabVisible(2));
    QCOMPARE(headers->model()->rowCount(), count);
}

void TestWindowEdits::scatteredRowsComeBackAcrossARestart()
{
    import({"/10", "/20", "/30", "/40"});
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|OK|OK|OK"));
    QTRY_VERIFY(!m_session->isRunning());
    select({0, 2});
    press(QKeySequence::Delete);
    QCOMPARE(paths(), QStringLiteral("20|40"));
    press(QKeySequence::Undo);
    QCOMPARE(paths(), QStringLiteral("10|20|30|40"));
    m_window->close();
    closeWindow();
    openWindow();
    QTRY_COMPARE(paths(), QStringLiteral("10|20|30|40"));
    QCOMPARE(outcomes(), QStringLiteral("OK|OK|OK|OK"));
    QCOMPARE(cell(2, ResultColumn::Bytes), QStringLiteral("30 B"));
}

void TestWindowEdits::theMessageOffersToUndoARemoval()
{
    import({"/10", "/20", "/30"});
    press(QKeySequence::SelectAll);
    press(QKeySequence::Delete);
    QCOMPARE(rows(), 0);
    QCOMPARE(message(), QStringLiteral("3 URL(s) removed."));
    QTest::mouseClick(button("Undo"), Qt::LeftButton);
    QCOMPARE(paths(), QStringLiteral("10|20|30"));
    QCOMPARE(message(), QString());
}

void TestWindowEdits::anImportIsUndoneAndDoneAgain()
{
    import({"/10"});
    import({"/20", "/30"});
    QCOMPARE(paths(), QStringLiteral("10|20|30"));
    press(QKeySequence::Undo);
    QCOMPARE(paths(), QStringLiteral("10"));
    press(QKeySequence::Redo);
    QCOMPARE(paths(), QStringLiteral("10|20|30"));
    press(QKeySequence::Undo);
    import({"/40"});
    QCOMPARE(paths(), QStringLiteral("10|40"));
    QVERIFY(!action("Redo")->isEnabled());
}

void TestWindowEdits::whatComesInForARemovedRowDoesNotBringItBack()
{
    m_server->on("/late", Script{Send(httpResponse(200, {}, "late"))});
    m_server->hold("/late");
    import({"/late", "/10"});
    press(Qt::Key_F5);
    QTRY_COMPARE(m_server->requests().size(), 2);
    select({0});
    press(QKeySequence::Delete);
    m_server->releaseAll("/late");
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(paths(), QStringLiteral("10"));
    press(QKeySequence::Undo);
    QCOMPARE(paths(), QStringLiteral("late|10"));
    QCOMPARE(outcomes(), QStringLiteral("Not checked|OK"));
}

void TestWindowEdits::theMenuSaysWhatWouldBeUndone()
{
    import({"/10", "/20"});
    QVERIFY(action("Undo adding 2 URL(s)")->isEnabled());
    select({0});
    press(QKeySequence::Delete);
    QVERIFY(action("Undo removing 1 URL(s)")->isEnabled());
}

QTEST_MAIN(TestWindowEdits)
#include "tst_windowedits.moc"
