// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"
#include "ui/entryactions.h"
#include "ui/entrydialog.h"
#include "ui/facetsidebar.h"
#include "ui/listsmodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace rollcall;
using namespace rollcall::test;

/// Entries are typed, edited in place, tagged, disabled, moved and copied; and all of it is taken back.
class TestWindowEntries : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void typedUrlsAreAdded();
    void whatIsNoUrlStaysInTheLine();
    void escapeLeavesTheLineAndStopsNothing();
    void aPastedPageGivesItsLinks();
    void theUrlIsEditedInPlace();
    void anInvalidUrlIsSaidAndTheOldOneStays();
    void anEditedUrlHasNoResultUntilTheEditIsTakenBack();
    void theResultOfTheOldUrlIsNotThatOfTheNewOne();
    void disabledEntriesAreDimmedAndNotCheckedWithTheList();
    void disabledEntriesAreNotCheckedWithTheVisibleOnes();
    void aDisabledEntryIsCheckedWhenItIsSelected();
    void aSelectionIsTaggedAndUntagged();
    void tagsAreCountedAndChosenAtTheSide();
    void detailsAreEditedInADialog();
    void theIntervalOfAUrlIsEditedInTheDialog();
    void theRequestAndTheRulesOfAUrlAreEditedInTheDialog();
    void whatAUrlCannotHaveIsRefusedInTheDialog_data();
    void whatAUrlCannotHaveIsRefusedInTheDialog();
    void aBodyThatIsNoTextIsLeftAlone();
    void theDialogStaysOpenForAnInvalidUrl();
    void movedEntriesAreInTheOtherListWithTheirResults();
    void copiedEntriesAreInBothLists();
    void whatIsSaidOfEntriesSurvivesARestart();

private:
    void press(const QKeySequence &keys) const { QTest::keySequence(table(), keys); }
    QString paths() const
    {
        QStringList all;
        for (int row = 0; row < rows(); ++row)
            all.append(cell(row, ResultColumn::Url).section(QLatin1Char('/'), 3));
        return all.join(QLatin1Char('|'));
    }
    QLineEdit *addText() const { return find<QLineEdit>("addText"); }
    /// Chooses an entry of a menu that fills itself as it opens.
    void choose(QMenu *menu, const char *text) const
    {
        Q_EMIT menu->aboutToShow();
        for (QAction *candidate : menu->actions()) {
            if (candidate->iconText() == QString::fromUtf8(text))
                return candidate->trigger();
        }
        qFatal("nothing is called \"%s\" in the menu", text);
    }
    EntryActions *entries() const { return m_window->findChild<EntryActions *>(); }
    void editUrl(int row, const QString &url) const
    {
        table()->setCurrentIndex(table()->model()->index(row, 0));
        press(Qt::Key_F2);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor && table()->isAncestorOf(editor));
        editor->selectAll();
        QTest::keyClicks(editor, url);
        QTest::keyClick(editor, Qt::Key_Return);
        const QPointer<QLineEdit> closing(editor);
        QTRY_VERIFY(!closing); // what was typed is taken over from the event loop
    }
    QString url(const QByteArray &path) const { return QString::fromLatin1(m_server->url(path)); }
    QTreeView *lists() const { return find<QTreeView>("lists"); }
    void makeList() const
    {
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }
    void openList(int row) const { lists()->setCurrentIndex(lists()->model()->index(row, 0)); }
    void tag(const QString &text) const
    {
        choose(entries()->marks, "Add a tag…");
        auto *dialog = m_window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        auto *box = dialog->findChild<QComboBox *>();
        QVERIFY(box);
        box->setEditText(text);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<QInputDialog *>());
        activate();
    }
    /// After a dialog; keys reach the commands of an active window only.
    void activate() const
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
};

void TestWindowEntries::typedUrlsAreAdded()
{
    press(Qt::Key_Insert);
    QVERIFY(addText()->hasFocus());
    QTest::keyClicks(addText(), url("/10"));
    QTest::keyClick(addText(), Qt::Key_Return);
    QTRY_COMPARE(paths(), QStringLiteral("10"));
    QCOMPARE(addText()->text(), QString());
    QTest::keyClicks(addText(), QStringLiteral("%1  %2").arg(url("/20"), url("/30")));
    QTest::keyClick(addText(), Qt::Key_Return);
    QTRY_COMPARE(paths(), QStringLiteral("10|20|30"));
    QTest::keyClick(addText(), Qt::Key_Escape);
    QVERIFY(!addText()->isVisible());
    press(QKeySequence::Undo);
    QCOMPARE(paths(), QStringLiteral("10"));
}

void TestWindowEntries::whatIsNoUrlStaysInTheLine()
{
    press(Qt::Key_Insert);
    QTest::keyClicks(addText(), QStringLiteral("http://"));
    QTest::keyClick(addText(), Qt::Key_Return);
    QVERIFY2(message().startsWith(QStringLiteral("“http://” was not added. ")), qPrintable(message()));
    QCOMPARE(addText()->text(), QStringLiteral("http://"));
    QCOMPARE(rows(), 0);
}

void TestWindowEntries::escapeLeavesTheLineAndStopsNothing()
{
    m_server->on("/late", Script{Send(httpResponse(200, {}, "late"))});
    m_server->hold("/late");
    import({"/late"});
    press(Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/late"), 1);
    press(Qt::Key_Insert);
    QTest::keyClick(addText(), Qt::Key_Escape);
    QVERIFY(!addText()->isVisible());
    m_server->releaseAll("/late");
    QTRY_COMPARE(outcomes(), QStringLiteral("OK"));
}

void TestWindowEntries::aPastedPageGivesItsLinks()
{
    auto *mime = new QMimeData;
    mime->setText(QStringLiteral("Our shop and our help"));
    mime->setHtml(QStringLiteral("<p>Our <b>shop</b>: <a class=\"x\" href=\"%1\">shop</a> and "
                                 "<a href=\"%2\">help</a></p>")
                      .arg(url("/10"), url("/20")));
    QGuiApplication::clipboard()->setMimeData(mime);
    press(QKeySequence::Paste);
    QTRY_COMPARE(paths(), QStringLiteral("10|20"));
}

void TestWindowEntries::theUrlIsEditedInPlace()
{
    import({"/10", "/20"});
    editUrl(1, url("/30"));
    QCOMPARE(paths(), QStringLiteral("10|30"));
    QVERIFY(action("Undo editing a URL")->isEnabled());
    press(QKeySequence::Undo);
    QCOMPARE(paths(), QStringLiteral("10|20"));
    press(QKeySequence::Redo);
    QCOMPARE(paths(), QStringLiteral("10|30"));
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|OK"));
    QCOMPARE(cell(1, ResultColumn::Bytes), QStringLiteral("30 B"));
}

void TestWindowEntries::anInvalidUrlIsSaidAndTheOldOneStays()
{
    import({"/10"});
    editUrl(0, QStringLiteral("no URL at all"));
    QVERIFY2(message().startsWith(QStringLiteral("The URL stays as it was: “no URL at all” is none. ")),
             qPrintable(message()));
    QCOMPARE(paths(), QStringLiteral("10"));
    QVERIFY(action("Undo adding 1 URL(s)")->isEnabled()); // nothing was edited since
}

void TestWindowEntries::anEditedUrlHasNoResultUntilTheEditIsTakenBack()
{
    import({"/10"});
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK"));
    QTRY_VERIFY(!m_session->isRunning());
    editUrl(0, url("/20"));
    QCOMPARE(outcomes(), QStringLiteral("Not checked"));
    press(QKeySequence::Undo);
    QCOMPARE(outcomes(), QStringLiteral("OK"));
    closeWindow();
    openWindow();
    QTRY_COMPARE(outcomes(), QStringLiteral("OK"));
}

void TestWindowEntries::theResultOfTheOldUrlIsNotThatOfTheNewOne()
{
    m_server->on("/late", Script{Send(httpResponse(404, {}, "late"))});
    m_server->hold("/late");
    import({"/late"});
    press(Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/late"), 1);
    editUrl(0, url("/20"));
    m_server->releaseAll("/late");
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(outcomes(), QStringLiteral("Not checked"));
}

void TestWindowEntries::disabledEntriesAreDimmedAndNotCheckedWithTheList()
{
    import({"/10", "/missing", "/20"});
    select({1});
    choose(entries()->marks, "Disable");
    QVERIFY(action("Undo disabling 1 URL(s)")->isEnabled());
    const auto color = [this](int row) {
        return table()->model()->index(row, columnOf(ResultColumn::Url)).data(Qt::ForegroundRole);
    };
    QVERIFY(color(1).isValid());
    QVERIFY(!color(0).isValid());
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Not checked|OK"));
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(m_server->requests().size(), 2);
    press(QKeySequence::Undo);
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed|OK"));
    press(QKeySequence::SelectAll);
    choose(entries()->marks, "Disable");
    QTRY_VERIFY(!m_session->isRunning());
    press(Qt::Key_F5);
    QCOMPARE(message(), QStringLiteral("Every URL of the list is disabled."));
    QVERIFY(!m_session->isRunning());
}

void TestWindowEntries::disabledEntriesAreNotCheckedWithTheVisibleOnes()
{
    import({"/10", "/missing", "/20"});
    select({0, 1});
    choose(entries()->marks, "Disable");
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("Not checked|Not checked|OK"));
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestWindowEntries::aDisabledEntryIsCheckedWhenItIsSelected()
{
    import({"/10"});
    select({0});
    choose(entries()->marks, "Disable");
    press(Qt::SHIFT | Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK"));
}

void TestWindowEntries::aSelectionIsTaggedAndUntagged()
{
    import({"/10", "/20", "/30"});
    select({0, 2});
    tag(QStringLiteral("live,  shop "));
    QVERIFY(action("Undo tagging 2 URL(s) “live, shop”")->isEnabled());
    select({2});
    choose(entries()->marks, "Remove the tag “shop”");
    const auto *facets = m_window->findChild<FacetSidebar *>();
    const auto count = [facets](const char *name) {
        const QModelIndex index = facets->findFacet(Facet(FacetKind::Tag, name));
        return index.isValid() ? index.siblingAtColumn(1).data().toString() : QString();
    };
    QTRY_VERIFY(!facets->isSettling());
    QCOMPARE(count("live"), QStringLiteral("2"));
    QCOMPARE(count("shop"), QStringLiteral("1"));
    press(QKeySequence::Undo);
    press(QKeySequence::Undo);
    QTRY_VERIFY(!facets->isSettling());
    QCOMPARE(count("live"), QString());
    press(QKeySequence::Redo);
    QTRY_VERIFY(!facets->isSettling());
    QCOMPARE(count("shop"), QStringLiteral("2"));
}

void TestWindowEntries::tagsAreCountedAndChosenAtTheSide()
{
    import({"/10", "/20", "/30"});
    select({1});
    tag(QStringLiteral("live"));
    auto *facets = m_window->findChild<FacetSidebar *>();
    QTRY_VERIFY(!facets->isSettling());
    const QModelIndex live = facets->findFacet(Facet(FacetKind::Tag, "live"));
    facets->scrollTo(live);
    QTest::mouseClick(facets->viewport(), Qt::LeftButton, {}, facets->visualRect(live).center());
    QCOMPARE(paths(), QStringLiteral("20"));
    press(QKeySequence::Undo);
    QTRY_COMPARE(paths(), QStringLiteral("10|20|30")); // no row is chosen any more, so all are
}

void TestWindowEntries::detailsAreEditedInADialog()
{
    import({"/10", "/20"});
    table()->selectRow(0);
    press(Qt::ALT | Qt::Key_Return);
    auto *dialog = m_window->findChild<EntryDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("entryUrl"))->text(), url("/10"));
    dialog->findChild<QLineEdit *>(QStringLiteral("entryUrl"))->setText(url("/30"));
    dialog->findChild<QLineEdit *>(QStringLiteral("entryTags"))->setText(QStringLiteral("a b, c,, a b"));
    dialog->findChild<QPlainTextEdit *>(QStringLiteral("entryNote"))->setPlainText(QStringLiteral("Ask Ada"));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<EntryDialog *>());
    activate();
    QCOMPARE(paths(), QStringLiteral("30|20"));
    table()->selectRow(0);
    press(Qt::ALT | Qt::Key_Return);
    dialog = m_window->findChild<EntryDialog *>();
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("entryTags"))->text(), QStringLiteral("a b, c"));
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(QStringLiteral("entryNote"))->toPlainText(),
             QStringLiteral("Ask Ada"));
    dialog->reject();
    QTRY_VERIFY(!m_window->findChild<EntryDialog *>());
    activate();
    press(QKeySequence::Undo);
    press(QKeySequence::Undo);
    QCOMPARE(paths(), QStringLiteral("10|20"));
    QVERIFY(action("Undo adding 2 URL(s)")->isEnabled());
}

void TestWindowEntries::theIntervalOfAUrlIsEditedInTheDialog()
{
    import({"/10"});
    table()->selectRow(0);
    press(Qt::ALT | Qt::Key_Return);
    auto *dialog = m_window->findChild<EntryDialog *>();
    auto *interval = dialog->findChild<QLineEdit *>(QStringLiteral("entryInterval"));
    QCOMPARE(interval->text(), QString());
    for (const QString &wrong : {QStringLiteral("soon"), QStringLiteral("9s")}) {
        interval->setText(wrong);
        dialog->accept();
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->focusWidget(), interval);
    }
    interval->setText(QStringLiteral("2m"));
    dialog->accept();
    QTRY_VERIFY(!m_window->findChild<EntryDialog *>());
    activate();
    table()->selectRow(0);
    press(Qt::ALT | Qt::Key_Return);
    dialog = m_window->findChild<EntryDialog *>();
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("entryInterval"))->text(), QStringLiteral("120s"));
    dialog->reject();
}

void TestWindowEntries::theRequestAndTheRulesOfAUrlAreEditedInTheDialog()
{
    import({"/10"});
    table()->selectRow(0);
    press(Qt::ALT | Qt::Key_Return);
    auto *dialog = m_window->findChild<EntryDialog *>();
    QSignalSpy edited(dialog, &EntryDialog::edited);
    const auto line = [&dialog](const char *name) {
        return dialog->findChild<QLineEdit *>(QString::fromLatin1(name));
    };
    dialog->findChild<QComboBox *>(QStringLiteral("entryMethod"))->setEditText(QStringLiteral("post"));
    dialog->findChild<QPlainTextEdit *>(QStringLiteral("entryHeaders"))
        ->setPlainText(QStringLiteral("Content-Type: text/plain\n\nX-A: 1"));
    dialog->findChild<QPlainTextEdit *>(QStringLiteral("entryBody"))->setPlainText(QStringLiteral("größer"));
    line("entryTimeLimit")->setText(QStringLiteral("5s"));
    line("entryStatuses")->setText(QStringLiteral("200, 404"));
    line("entryTarget")->setText(QStringLiteral("HTTP://example.com"));
    auto *status = dialog->findChild<QComboBox *>(QStringLiteral("entryTargetStatus"));
    status->setCurrentIndex(status->findText(QStringLiteral("301")));
    dialog->accept();
    QTRY_VERIFY(!m_window->findChild<EntryDialog *>());
    activate();
    EntryDetails wanted;
    wanted.method = "POST";
    wanted.headers = {{"Content-Type", "text/plain"}, {"X-A", "1"}};
    wanted.body = "größer";
    wanted.timeLimit = std::chrono::seconds(5);
    wanted.statuses = {StatusRange(200, 200), StatusRange(404, 404)};
    wanted.target.emplace("http://example.com/", 301);
    QCOMPARE(edited.size(), 1);
    QVERIFY(edited.constFirst().constFirst().value<UrlEntry>().details() == wanted);

    table()->selectRow(0);
    press(Qt::ALT | Qt::Key_Return); // nothing changes by looking
    dialog = m_window->findChild<EntryDialog *>();
    QSignalSpy again(dialog, &EntryDialog::edited);
    dialog->accept();
    QTRY_VERIFY(!m_window->findChild<EntryDialog *>());
    QVERIFY(again.constFirst().constFirst().value<UrlEntry>().details() == wanted);
}

void TestWindowEntries::whatAUrlCannotHaveIsRefusedInTheDialog_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tab");
    const auto row = [](const char *field, const char *text, const char *tab) {
        QTest::addRow("%s %s", field, text)
            << QString::fromLatin1(field) << QString::fromLatin1(text) << QString::fromLatin1(tab);
    };
    row("entryMethod", "PO ST", "Request");
    row("entryHeaders", "no colon", "Request");
    row("entryTimeLimit", "soon", "Check");
    row("entryTimeLimit", "2h", "Check");
    row("entryStatuses", "2000", "Check");
    row("entryTarget", "http://", "Check");
    row("entryTarget", "mailto:a@b.c", "Check");
}

void TestWindowEntries::whatAUrlCannotHaveIsRefusedInTheDialog()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, tab);
    import({"/10"});
    table()->selectRow(0);
    press(Qt::ALT | Qt::Key_Return);
    auto *dialog = m_window->findChild<EntryDialog *>();
    auto *widget = dialog->findChild<QWidget *>(field);
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        line->setText(text);
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(widget))
        lines->setPlainText(text);
    else
        qobject_cast<QComboBox *>(widget)->setEditText(text);
    dialog->accept();
    QVERIFY(dialog->isVisible());
    auto *tabs = dialog->findChild<QTabWidget *>();
    QCOMPARE(tabs->tabText(tabs->currentIndex()), tab);
    QVERIFY(widget->isVisible());
    QVERIFY(dialog->focusWidget() == widget || widget->isAncestorOf(dialog->focusWidget()));
    dialog->reject();
}

void TestWindowEntries::aBodyThatIsNoTextIsLeftAlone()
{
    EntryDetails details;
    details.method = "POST";
    details.body = QByteArray("\x00\xff\r\n", 4);
    auto *dialog = new EntryDialog(UrlEntry("http://example.com/", details), m_window.get());
    dialog->open();
    QVERIFY(!dialog->findChild<QPlainTextEdit *>(QStringLiteral("entryBody"))->isEnabled());
    QSignalSpy edited(dialog, &EntryDialog::edited);
    dialog->accept();
    QVERIFY(edited.constFirst().constFirst().value<UrlEntry>().details() == details);
}

void TestWindowEntries::theDialogStaysOpenForAnInvalidUrl()
{
    import({"/10"});
    table()->selectRow(0);
    press(Qt::ALT | Qt::Key_Return);
    auto *dialog = m_window->findChild<EntryDialog *>();
    dialog->findChild<QLineEdit *>(QStringLiteral("entryUrl"))->setText(QStringLiteral("http://"));
    dialog->accept();
    QVERIFY(dialog->isVisible());
    dialog->reject();
    QCOMPARE(paths(), QStringLiteral("10"));
}

void TestWindowEntries::movedEntriesAreInTheOtherListWithTheirResults()
{
    makeList();
    openList(0);
    import({"/10", "/missing", "/20"});
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed|OK"));
    QTRY_VERIFY(!m_session->isRunning());
    select({1, 2});
    choose(entries()->moveTo, "New list");
    QCOMPARE(paths(), QStringLiteral("10"));
    QVERIFY(action("Undo moving 2 URL(s) to “New list”")->isEnabled());
    const QAbstractItemModel *model = lists()->model();
    QTRY_COMPARE(model->index(1, ListsModel::CountColumn).data().toString(), QStringLiteral("2"));
    QCOMPARE(model->index(1, ListsModel::FailedColumn).data().toString(), QStringLiteral("1"));
    openList(1);
    QTRY_COMPARE(outcomes(), QStringLiteral("Failed|OK"));
    press(QKeySequence::Undo); // where the edit was made
    QTRY_COMPARE(paths(), QStringLiteral("10|missing|20"));
    QCOMPARE(outcomes(), QStringLiteral("OK|Failed|OK"));
    QTRY_COMPARE(model->index(1, ListsModel::CountColumn).data().toString(), QStringLiteral("0"));
}

void TestWindowEntries::copiedEntriesAreInBothLists()
{
    makeList();
    openList(0);
    import({"/10", "/20"});
    press(QKeySequence::SelectAll);
    choose(entries()->copyTo, "New list");
    QCOMPARE(paths(), QStringLiteral("10|20"));
    openList(1);
    QTRY_COMPARE(paths(), QStringLiteral("10|20"));
    press(QKeySequence::Undo);
    QTRY_COMPARE(lists()->model()->index(1, ListsModel::CountColumn).data().toString(), QStringLiteral("0"));
    QCOMPARE(lists()->currentIndex().row(), 0); // where the edit was made
    openList(1);
    QTRY_VERIFY(!table()->isVisible()); // an empty list says what to do
    QCOMPARE(rows(), 0);
}

void TestWindowEntries::whatIsSaidOfEntriesSurvivesARestart()
{
    import({"/10", "/20"});
    select({0});
    tag(QStringLiteral("live"));
    choose(entries()->marks, "Disable");
    closeWindow();
    openWindow();
    QTRY_COMPARE(rows(), 2);
    press(Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("Not checked|OK"));
    QVERIFY(m_window->findChild<FacetSidebar *>()->findFacet(Facet(FacetKind::Tag, "live")).isValid());
}

QTEST_MAIN(TestWindowEntries)
#include "tst_windowentries.moc"
