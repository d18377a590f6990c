// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"
#include "ui/importdialog.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace rollcall;
using namespace rollcall::test;

/// The dialog between what was read and the list.
class TestWindowPreview : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void importShowsWhatIsInTheFile();
    void cleanUrlsNeedNoQuestion();
    void aPasteWithDuplicatesAsksFirst();
    void anotherColumnIsPicked();
    void linesAreFiltered();
    void aNewListIsMadeOfIt();
    void cancelChangesNothing();
    void aFileThatCannotBeReadSaysWhy();
    void aDroppedFolderGivesItsLists();

private:
    ImportDialog *dialog() const { return m_window->findChild<ImportDialog *>(); }
    QAbstractItemModel *lines() const
    {
        return dialog()->findChild<QTableView *>(QStringLiteral("importLines"))->model();
    }
    QString fates() const
    {
        QStringList fates;
        for (int row = 0; row < lines()->rowCount(); ++row)
            fates.append(lines()->index(row, ImportPreviewModel::FateColumn).data().toString());
        return fates.join(QLatin1Char('|'));
    }
    QPushButton *push(const char *text) const
    {
        for (auto *candidate : dialog()->findChildren<QPushButton *>()) {
            if (candidate->text().remove(QLatin1Char('&')) == QString::fromUtf8(text))
                return candidate;
        }
        qFatal("no button \"%s\"", text);
    }
    void click(const char *text) const
    {
        QVERIFY(push(text)->isEnabled());
        QTest::mouseClick(push(text), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    /// Chooses \a path in the dialog of Import…, and waits until the preview has read it.
    void chooseFile(const QString &path) const
    {
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
        auto *files = m_window->findChild<QFileDialog *>();
        QVERIFY(files);
        Q_EMIT files->filesSelected({path});
        files->close();
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
        QVERIFY(dialog());
        QTRY_VERIFY(!dialog()->findChild<QLabel *>(QStringLiteral("importSummary"))->text().isEmpty());
    }
    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    }
    QString summary() const { return dialog()->findChild<QLabel *>(QStringLiteral("importSummary"))->text(); }
    QString url(int row) const { return cell(row, ResultColumn::Url); }
};

void TestWindowPreview::importShowsWhatIsInTheFile()
{
    import({"/10"});
    chooseFile(file("list.txt", list({"/10", "/20", "/20"}).toLatin1() + "no URL\n"));
    QCOMPARE(fates(), QStringLiteral("Not a URL|Duplicate|In the list|New"));
    QCOMPARE(summary(), QStringLiteral("New: 1. Duplicates: 2. No URLs: 1."));
    QCOMPARE(dialog()->findChild<QLabel *>(QStringLiteral("importFormat"))->text(),
             QStringLiteral("Read as: plain text"));
    QVERIFY(!dialog()->findChild<QComboBox *>(QStringLiteral("importColumn"))->isVisible());
    click("Add to “My URLs”");
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(message(), QStringLiteral("1 URL(s) added, 2 duplicate(s) and 1 line(s) skipped."));
}

void TestWindowPreview::cleanUrlsNeedNoQuestion()
{
    paste(list({"/10", "/20"}));
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!dialog());
}

void TestWindowPreview::aPasteWithDuplicatesAsksFirst()
{
    import({"/10"});
    paste(list({"/10", "/20"}));
    QTRY_VERIFY(dialog());
    QCOMPARE(fates(), QStringLiteral("In the list|New"));
    QCOMPARE(rows(), 1);
    click("Add to “My URLs”");
    QTRY_COMPARE(rows(), 2);
    paste(list({"/10"})); // brings nothing, so there is nothing to decide
    QTRY_COMPARE(message(), QStringLiteral("0 URL(s) added, 1 duplicate(s) skipped."));
    QVERIFY(!dialog());
}

void TestWindowPreview::anotherColumnIsPicked()
{
    chooseFile(file("list.csv", "Name,URL,Mirror\nA,http://a/1,http://b/1\nB,http://a/2,http://b/2\n"));
    auto *columns = dialog()->findChild<QComboBox *>(QStringLiteral("importColumn"));
    QVERIFY(columns->isVisible());
    QCOMPARE(columns->currentText(), QStringLiteral("URL"));
    columns->setFocus();
    QTest::keyClick(columns, Qt::Key_Down);
    QCOMPARE(columns->currentText(), QStringLiteral("Mirror"));
    const auto firstText = [this] {
        return lines()->index(0, ImportPreviewModel::TextColumn).data().toString();
    };
    QTRY_COMPARE(firstText(), QStringLiteral("http://b/1"));
    QTRY_VERIFY(push("Add to “My URLs”")->isEnabled());
    click("Add to “My URLs”");
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(url(1), QStringLiteral("http://b/2"));
}

void TestWindowPreview::linesAreFiltered()
{
    chooseFile(file("list.txt", "http://a/1\nhttp://b/1\nno URL\n"));
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(QStringLiteral("importFilter")), QStringLiteral("B/"));
    QCOMPARE(lines()->rowCount(), 1);
    dialog()->findChild<QLineEdit *>(QStringLiteral("importFilter"))->clear();
    auto *fate = dialog()->findChild<QComboBox *>(QStringLiteral("importFate"));
    fate->setCurrentText(QStringLiteral("Not a URL"));
    QCOMPARE(fates(), QStringLiteral("Not a URL"));
    click("Add to “My URLs”"); // what a filter hides is added all the same
    QTRY_COMPARE(rows(), 2);
}

void TestWindowPreview::aNewListIsMadeOfIt()
{
    import({"/10"});
    chooseFile(file("Customers.txt", list({"/20", "/10"}).toLatin1()));
    click("Make a new list");
    QTRY_COMPARE(rows(), 2);
    QVERIFY(url(0).endsWith(QStringLiteral("/20"))); // in the order of the file
    const auto *lists = find<QTreeView>("lists");
    QCOMPARE(lists->currentIndex().data().toString(), QStringLiteral("Customers"));
    QCOMPARE(lists->model()->rowCount(), 2);
    QTRY_COMPARE(message(), QStringLiteral("2 URL(s) added."));
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QCOMPARE(rows(), 0);
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QCOMPARE(lists->model()->rowCount(), 1);
}

void TestWindowPreview::cancelChangesNothing()
{
    chooseFile(file("list.txt", "http://a/1\n"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(rows(), 0);
    QCOMPARE(message(), QString());
}

void TestWindowPreview::aFileThatCannotBeReadSaysWhy()
{
    chooseFile(path("missing.txt"));
    QVERIFY2(summary().contains(path("missing.txt")), qPrintable(summary()));
    QVERIFY(!push("Add to “My URLs”")->isEnabled());
    QVERIFY(!push("Make a new list")->isEnabled());
}

void TestWindowPreview::aDroppedFolderGivesItsLists()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("lists/deep")));
    file("lists/a.txt", list({"/10"}).toLatin1());
    file("lists/deep/b.txt", list({"/20"}).toLatin1());
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path("lists"))});
    QDragEnterEvent enter(QPoint(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QDropEvent drop(QPointF(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(rows(), 2);
}

QTEST_MAIN(TestWindowPreview)
#include "tst_windowpreview.moc"
