// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"
#include "ui/listsmodel.h"
#include "ui/listsview.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

/// Several lists: made, named, copied, deleted, put in order; each with its own settings.
class TestWindowLists : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void aNewListIsNamedInPlace();
    void aListIsRenamedWithF2();
    void eachListHasItsOwnUrls();
    void eachListHasItsOwnSettings();
    void aDuplicateHasTheSameUrlsAndSettings();
    void aDeletedListComesBack();
    void theLastListStays();
    void listsAreDraggedIntoAnotherOrder();
    void failuresAreMarked();
    void anEditOfAnotherListIsUndoneThere();
    void aCheckGoesOnWhileAnotherListIsOpen();
    void deletingTheListOfACheckStopsIt();
    void anImportGoesToTheListItWasAskedFor();
    void listsSurviveARestart();
    void anInterruptedCheckIsResumedAndSkipsNothing();
    void aCheckThatWasStoppedIsNotResumed();

private:
    ListsView *lists() const { return find<ListsView>("lists"); }
    /// "Production 3 !1|Docs 0": names, counts and failures, the open list in brackets.
    QString shown() const
    {
        const QAbstractItemModel *model = lists()->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row) {
            QString text = model->index(row, ListsModel::NameColumn).data().toString();
            if (row == lists()->currentIndex().row())
                text = QLatin1Char('[') + text + QLatin1Char(']');
            text += QLatin1Char(' ') + model->index(row, ListsModel::CountColumn).data().toString();
            const QString failed = model->index(row, ListsModel::FailedColumn).data().toString();
            rows.append(failed.isEmpty() ? text : text + QLatin1String(" !") + failed);
        }
        return rows.join(QLatin1Char('|'));
    }
    void type(const QString &name) const
    {
        auto *const editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        QTest::keySequence(editor, QKeySequence::SelectAll);
        QTest::keyClicks(editor, name);
        QTest::keyClick(editor, Qt::Key_Return);
        const QPointer<QLineEdit> closing(editor);
        QTRY_VERIFY(!closing); // what was typed is taken over from the event loop
    }
    void makeList(const char *name) const
    {
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        type(QString::fromLatin1(name));
        waitForList();
    }
    void choose(int row) const
    {
        const QModelIndex index = lists()->model()->index(row, 0);
        QTest::mouseClick(lists()->viewport(), Qt::LeftButton, {}, lists()->visualRect(index).center());
        QCOMPARE(lists()->currentIndex().row(), row);
        waitForList();
    }
    void waitForList() const
    {
        // Everything that the store was asked for before is done when it has answered.
        QSignalSpy saved(m_store.get(), &Store::saved);
        m_store->flush();
        QVERIFY(saved.wait());
    }
    QSpinBox *atOnce() const { return find<QSpinBox>("atOnce"); }
    void restart()
    {
        m_window->close();
        closeWindow();
        openWindow();
    }
};

void TestWindowLists::aNewListIsNamedInPlace()
{
    import({"/10"});
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    type(QStringLiteral("Production"));
    QCOMPARE(shown(), QStringLiteral("My URLs 1|[Production] 0"));
    QTRY_VERIFY(!table()->isVisible());
    QVERIFY(button("Try the sample list"));
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(shown(), QStringLiteral("My URLs 1|Production 0|[New list] 0"));
}

void TestWindowLists::aListIsRenamedWithF2()
{
    lists()->setFocus();
    QTest::keyClick(lists(), Qt::Key_F2);
    type(QStringLiteral("Customers"));
    QCOMPARE(shown(), QStringLiteral("[Customers] 0"));
    QVERIFY(action("Undo renaming a list to “Customers”")->isEnabled());
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QCOMPARE(shown(), QStringLiteral("[My URLs] 0"));
}

void TestWindowLists::eachListHasItsOwnUrls()
{
    import({"/10", "/20"});
    makeList("Docs");
    QCOMPARE(rows(), 0);
    import({"/30"});
    QCOMPARE(shown(), QStringLiteral("My URLs 2|[Docs] 1"));
    choose(0);
    QTRY_COMPARE(rows(), 2);
    choose(1);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(cell(0, ResultColumn::Url).endsWith(QStringLiteral("/30")));
}

void TestWindowLists::eachListHasItsOwnSettings()
{
    atOnce()->setValue(7);
    makeList("Docs");
    QCOMPARE(atOnce()->value(), 7); // a new list begins as the open one
    atOnce()->setValue(9);
    choose(0);
    QCOMPARE(atOnce()->value(), 7);
    restart();
    QCOMPARE(atOnce()->value(), 7);
    choose(1);
    QCOMPARE(atOnce()->value(), 9);
}

void TestWindowLists::aDuplicateHasTheSameUrlsAndSettings()
{
    import({"/10", "/missing"});
    atOnce()->setValue(7);
    m_window->checkAll();
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed"));
    action("Duplicate list")->trigger();
    QTRY_COMPARE(outcomes(), QStringLiteral("Not checked|Not checked"));
    QCOMPARE(shown(), QStringLiteral("My URLs 2 !1|[My URLs 2] 2"));
    QCOMPARE(atOnce()->value(), 7);
    import({"/20"});
    choose(0);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed"));
}

void TestWindowLists::aDeletedListComesBack()
{
    import({"/10"});
    makeList("Docs");
    import({"/20", "/30"});
    lists()->setFocus();
    QTest::keyClick(lists(), Qt::Key_Delete);
    QCOMPARE(shown(), QStringLiteral("[My URLs] 1"));
    QCOMPARE(message(), QStringLiteral("The list “Docs” with 2 URL(s) was deleted."));
    QTRY_COMPARE(rows(), 1);
    QTest::mouseClick(button("Undo"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(shown(), QStringLiteral("My URLs 1|[Docs] 2"));
    QTest::keySequence(m_window.get(), QKeySequence::Redo);
    QTRY_COMPARE(rows(), 1);
    restart();
    QCOMPARE(shown(), QStringLiteral("[My URLs] 1"));
}

void TestWindowLists::theLastListStays()
{
    QVERIFY(!action("Delete list")->isEnabled());
    makeList("Docs");
    QVERIFY(action("Delete list")->isEnabled());
    action("Delete list")->trigger();
    QVERIFY(!action("Delete list")->isEnabled());
    lists()->setFocus();
    QTest::keyClick(lists(), Qt::Key_Delete);
    QCOMPARE(shown(), QStringLiteral("[My URLs] 0"));
}

void TestWindowLists::listsAreDraggedIntoAnotherOrder()
{
    makeList("A");
    makeList("B");
    QCOMPARE(shown(), QStringLiteral("My URLs 0|A 0|[B] 0"));
    const auto drop = [this](int row, int gap) {
        QAbstractItemModel *model = lists()->model();
        const std::unique_ptr<QMimeData> data(model->mimeData({model->index(row, 0)}));
        model->dropMimeData(data.get(), Qt::MoveAction, gap, 0, {});
    };
    drop(2, 0);
    QCOMPARE(shown(), QStringLiteral("[B] 0|My URLs 0|A 0"));
    QVERIFY(action("Undo moving the list “B”")->isEnabled());
    restart();
    QCOMPARE(shown(), QStringLiteral("[B] 0|My URLs 0|A 0"));
    drop(0, 3);
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QCOMPARE(shown(), QStringLiteral("[B] 0|My URLs 0|A 0"));
}

void TestWindowLists::failuresAreMarked()
{
    const QAbstractItemModelTester tester(lists()->model());
    import({"/10", "/missing", "/missing/too"});
    m_window->checkAll();
    QTRY_COMPARE(shown(), QStringLiteral("[My URLs] 3 !2"));
    select({1});
    QTest::keySequence(table(), QKeySequence::Delete);
    QCOMPARE(shown(), QStringLiteral("[My URLs] 2 !1"));
    makeList("Docs");
    QCOMPARE(shown(), QStringLiteral("My URLs 2 !1|[Docs] 0"));
}

void TestWindowLists::anEditOfAnotherListIsUndoneThere()
{
    import({"/10"});
    makeList("Docs");
    import({"/20"});
    choose(0);
    QTRY_COMPARE(rows(), 1);
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QTRY_COMPARE(shown(), QStringLiteral("My URLs 1|[Docs] 0"));
    QTest::keySequence(m_window.get(), QKeySequence::Redo);
    QTRY_COMPARE(shown(), QStringLiteral("My URLs 1|[Docs] 1"));
}

void TestWindowLists::aCheckGoesOnWhileAnotherListIsOpen()
{
    m_server->on("/late", Script{Send(httpResponse(404, {}, "late"))});
    m_server->hold("/late");
    import({"/10", "/late", "/late?2"});
    m_window->checkAll();
    QTRY_COMPARE(m_server->heldRequests("/late"), 2);
    QTRY_COMPARE(outcomes().section(QLatin1Char('|'), 0, 0), QStringLiteral("OK"));
    makeList("Docs");
    QVERIFY(m_session->isRunning());
    choose(0);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Running|Running"));
    choose(1);
    m_server->releaseAll("/late");
    QTRY_VERIFY(!m_session->isRunning());
    QTRY_COMPARE(shown(), QStringLiteral("My URLs 3 !2|[Docs] 0"));
    choose(0);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed|Failed"));
}

void TestWindowLists::deletingTheListOfACheckStopsIt()
{
    m_server->on("/late", Script{Send(httpResponse(200, {}, "late"))});
    m_server->hold("/late");
    makeList("Docs");
    import({"/late"});
    m_window->checkAll();
    QTRY_COMPARE(m_server->heldRequests("/late"), 1);
    action("Delete list")->trigger();
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(shown(), QStringLiteral("[My URLs] 0"));
}

void TestWindowLists::anImportGoesToTheListItWasAskedFor()
{
    makeList("Docs");
    m_window->importText(list({"/10", "/20"}));
    choose(0);
    QTRY_COMPARE(shown(), QStringLiteral("My URLs 0|[Docs] 2"));
    QTRY_COMPARE(rows(), 2);
}

void TestWindowLists::listsSurviveARestart()
{
    import({"/10"});
    makeList("Docs");
    import({"/20", "/missing"});
    m_window->checkAll();
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed"));
    QTRY_VERIFY(!m_session->isRunning());
    restart();
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed"));
    QCOMPARE(shown(), QStringLiteral("My URLs 1|[Docs] 2 !1"));
}

void TestWindowLists::anInterruptedCheckIsResumedAndSkipsNothing()
{
    m_server->on("/late", Script{Send(httpResponse(200, {}, "late"))});
    m_server->hold("/late");
    import({"/10", "/late", "/20", "/late?2"});
    m_window->checkAll();
    QTRY_COMPARE(m_server->heldRequests("/late"), 2);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Running|OK|Running"));
    makeList("Docs");
    restart();
    QCOMPARE(message(), QStringLiteral("The last check was interrupted: 2 of 4 URL(s) are left."));
    m_server->releaseAll("/late");
    const qsizetype before = m_server->requests().size();
    QTest::mouseClick(button("Resume"), Qt::LeftButton);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|OK|OK|OK"));
    QCOMPARE(m_server->requests().size(), before + 2);
    QCOMPARE(shown(), QStringLiteral("[My URLs] 4|Docs 0"));
    QTRY_VERIFY(!m_session->isRunning());
    restart();
    QCOMPARE(message(), QString());
}

void TestWindowLists::aCheckThatWasStoppedIsNotResumed()
{
    m_server->on("/late", Script{Send(httpResponse(200, {}, "late"))});
    m_server->hold("/late");
    import({"/late"});
    m_window->checkAll();
    QTRY_COMPARE(m_server->heldRequests("/late"), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!m_session->isRunning());
    restart();
    QCOMPARE(message(), QString());
}

QTEST_MAIN(TestWindowLists)
#include "tst_windowlists.moc"
