// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>
#include <QTreeWidget>

using namespace rollcall;
using namespace rollcall::test;

/// Lists come in: through the dialog, the clipboard, a drop; and go out again.
class TestWindowImport : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyListSaysWhatToDo();
    void theSampleListIsOneClickAway();
    void pastedTextBecomesRows();
    void aPastedFileIsImported();
    void nothingToPasteIsSaid();
    void droppedFilesAndTextsAreImported();
    void duplicatesAreCountedAndSkippedLinesShown();
    void aListThatCannotBeReadLeavesEverythingAsItIs_data();
    void aListThatCannotBeReadLeavesEverythingAsItIs();
    void dialogsLeadToImportAndExport();
    void anExportThatFailsIsSaid();
};

void TestWindowImport::anEmptyListSaysWhatToDo()
{
    QVERIFY(button("Try the sample list"));
    QVERIFY(!table()->isVisible());
    import({"/10"});
    QVERIFY(table()->isVisible());
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Delete);
    QVERIFY(!table()->isVisible());
}

void TestWindowImport::theSampleListIsOneClickAway()
{
    QTest::mouseClick(button("Try the sample list"), Qt::LeftButton);
    QTRY_VERIFY(rows() > 3);
    QCOMPARE(cell(0, ResultColumn::Url), QStringLiteral("http://www.google.com/"));
}

void TestWindowImport::pastedTextBecomesRows()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("http://127.0.0.1/a\nexample.com/b\n"));
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(cell(1, ResultColumn::Url), QStringLiteral("https://example.com/b"));
}

void TestWindowImport::aPastedFileIsImported()
{
    auto *mime = new QMimeData;
    mime->setUrls({QUrl::fromLocalFile(file("list.txt", "http://127.0.0.1/a\n"))});
    QGuiApplication::clipboard()->setMimeData(mime);
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(message(), QStringLiteral("1 URL(s) added."));
}

void TestWindowImport::nothingToPasteIsSaid()
{
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(message(), QStringLiteral("There is no text to paste."));
}

void TestWindowImport::droppedFilesAndTextsAreImported()
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

void TestWindowImport::duplicatesAreCountedAndSkippedLinesShown()
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

void TestWindowImport::aListThatCannotBeReadLeavesEverythingAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("\n");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0\0\1\2\3",
                                          10);
    QTest::newRow("no URL in it") << QByteArray("just some words\n");
}

void TestWindowImport::aListThatCannotBeReadLeavesEverythingAsItIs()
{
    QFETCH(QByteArray, content);
    import({"/10"});
    const QString name = content.isNull() ? path("missing.txt") : file("bad.txt", content);
    m_window->importFiles({name});
    QTRY_VERIFY2(message().contains(name), qPrintable(message()));
    QVERIFY(!message().contains(QStringLiteral("added")));
    QCOMPARE(rows(), 1);
}

void TestWindowImport::dialogsLeadToImportAndExport()
{
    const QString name = file("list.txt", list({"/10"}).toLatin1());
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    auto *import = m_window->findChild<QFileDialog *>();
    QVERIFY(import && import->isVisible());
    Q_EMIT import->filesSelected({name});
    import->close();
    QTRY_VERIFY(button("Add to “My URLs”")->isEnabled());
    QTest::mouseClick(button("Add to “My URLs”"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    auto *save = m_window->findChild<QFileDialog *>();
    QVERIFY(save && save->isVisible());
    QCOMPARE(save->nameFilters().constFirst(), QStringLiteral("CSV table (*.csv)"));
    QCOMPARE(save->defaultSuffix(), QStringLiteral("csv"));
    Q_EMIT save->fileSelected(path("out.csv"));
    save->close();
    QTRY_VERIFY(QFile::exists(path("out.csv")));
}

void TestWindowImport::anExportThatFailsIsSaid()
{
    import({"/10"});
    const QString nowhere = path("no such folder/out.csv");
    m_window->exportTo(nowhere);
    QTRY_VERIFY(message().startsWith(QStringLiteral("Nothing was exported. ")));
    QVERIFY(message().contains(nowhere));
}

QTEST_MAIN(TestWindowImport)
#include "tst_windowimport.moc"
