// SPDX-License-Identifier: MIT
#include "core/desktop/autostart.h"
#include "tests/ui/windowtest.h"
#include "ui/checksettingseditor.h"
#include "ui/mainactions.h"
#include "ui/settingsdialog.h"
#include "ui/shortcutlist.h"
#include "ui/shortcutswindow.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

/// Settings, shortcuts, recent files, closing: what a window does for people who use it every day.
class TestWindowHabits : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void everyCommandHasAKeyOfItsOwn();
    void theShortcutsPageListsWhatTheCommandsHave();
    void theShortcutsPageFindsACommand();
    void settingsAreAppliedAndRemembered();
    void settingsCanBeReset();
    void aWrongSettingKeepsTheDialogOpen();
    void theSettingsAreThoseOfOneList();
    void whatChangesElsewhereIsFollowedByTheDialog();
    void theSettingsDialogIsThereOnce();
    void theDesktopStartsTheProgramIfAskedTo();
    void settingsActOnARunningCheck();
    void importedFilesAreRecent();
    void aRecentFileThatIsGoneIsSaid();
    void closingToTheTrayHidesTheWindowAndQuitEndsIt();

private:
    SettingsDialog *openSettings();
    static QPushButton *buttonOf(const QDialog &dialog, QDialogButtonBox::StandardButton which)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(which);
    }
};

SettingsDialog *TestWindowHabits::openSettings()
{
    m_window->activateWindow(); // the platform of the tests leaves that to the program after a dialog
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window is not active");
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto *dialog = m_window->findChild<SettingsDialog *>();
    if (!dialog || !QTest::qWaitForWindowActive(dialog))
        qFatal("no settings dialog");
    return dialog;
}

void TestWindowHabits::everyCommandHasAKeyOfItsOwn()
{
    QHash<QKeySequence, QString> owners;
    int commands = 0;
    for (const QAction *title : m_window->menuBar()->actions()) {
        for (const QAction *action : title->menu()->actions()) {
            if (action->isSeparator())
                continue;
            if (action->menu()) // what is to be chosen from there
                continue;
            ++commands;
            QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->text()));
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!owners.contains(key), qPrintable(action->text() + u" and "_s + owners.value(key)));
                owners.insert(key, action->text());
            }
        }
    }
    QVERIFY(commands >= 20);
}

void TestWindowHabits::theShortcutsPageListsWhatTheCommandsHave()
{
    m_window->actionSet().checkAll->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_1);
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    const auto *page = m_window->findChild<ShortcutsWindow *>();
    QVERIFY(page && page->isVisible() && !page->isModal());
    const auto *list = page->findChild<QTreeWidget *>(u"shortcuts"_s);
    const QList<QTreeWidgetItem *> found =
        list->findItems(u"Check all"_s, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first()->text(1), u"Ctrl+Alt+1"_s);
    qsizetype listed = 0;
    for (const ShortcutGroup &group : shortcutsOf(*m_window))
        listed += group.shortcuts.size();
    qsizetype withKeys = 0;
    for (const QAction *action : m_window->findChildren<QAction *>())
        withKeys += action->shortcuts().isEmpty() || action->iconText().isEmpty() ? 0 : 1;
    QCOMPARE(listed, withKeys);
}

void TestWindowHabits::theShortcutsPageFindsACommand()
{
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto *page = m_window->findChild<ShortcutsWindow *>();
    QVERIFY(page);
    auto *search = page->findChild<QLineEdit *>(u"shortcutSearch"_s);
    QTest::keyClicks(search, u"ctrl+f5"_s);
    const auto *list = page->findChild<QTreeWidget *>(u"shortcuts"_s);
    QStringList shown;
    for (QTreeWidgetItemIterator item(const_cast<QTreeWidget *>(list), QTreeWidgetItemIterator::NotHidden);
         *item; ++item) {
        if ((*item)->parent())
            shown.append((*item)->text(0));
    }
    QCOMPARE(shown, QStringList{u"Re-check failed"_s});
    QTest::keyClick(page, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ShortcutsWindow *>());
}

void TestWindowHabits::settingsAreAppliedAndRemembered()
{
    QSignalSpy changed(&m_window->program(), &ProgramSettings::changed);
    SettingsDialog *dialog = openSettings();
    QVERIFY(!dialog->isModal());
    dialog->findChild<QSpinBox *>(u"settingRetries"_s)->setValue(5);
    dialog->findChild<QSpinBox *>(u"settingAtOnce"_s)->setValue(33);
    dialog->findChild<QListWidget *>(u"settingsPages"_s)->setCurrentRow(2);
    dialog->findChild<QCheckBox *>(u"settingNotifies"_s)->click();
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Apply), Qt::LeftButton);
    QCOMPARE(changed.count(), 1);
    QVERIFY(dialog->isVisible());
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    closeWindow();
    openWindow();
    QVERIFY(!m_window->program().preferences().notifies);
    QCOMPARE(find<QSpinBox>("atOnce")->value(), 33);
    QCOMPARE(openSettings()->checkSettings().retries, 5);
}

void TestWindowHabits::settingsCanBeReset()
{
    SettingsDialog *dialog = openSettings();
    dialog->findChild<QSpinBox *>(u"settingRetries"_s)->setValue(5);
    dialog->findChild<QCheckBox *>(u"settingShowsTray"_s)->setChecked(true);
    QVERIFY(dialog->findChild<QCheckBox *>(u"settingClosesToTray"_s)->isEnabled());
    QVERIFY(dialog->preferences() != Preferences());
    QVERIFY(dialog->checkSettings() != CheckSettings());
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QCOMPARE(dialog->preferences(), Preferences());
    QCOMPARE(dialog->checkSettings(), CheckSettings());
    QVERIFY(!dialog->findChild<QCheckBox *>(u"settingClosesToTray"_s)->isEnabled());
}

void TestWindowHabits::aWrongSettingKeepsTheDialogOpen()
{
    SettingsDialog *dialog = openSettings();
    auto *statuses = dialog->findChild<QLineEdit *>(u"settingStatuses"_s);
    statuses->setText(u"sometimes"_s);
    dialog->findChild<QListWidget *>(u"settingsPages"_s)->setCurrentRow(1);
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Ok), Qt::LeftButton);
    QVERIFY(dialog->isVisible());
    QVERIFY(statuses->isVisible());
    QCOMPARE(dialog->focusWidget(), statuses);
    QVERIFY(dialog->findChild<QLabel *>(u"settingStatusesProblem"_s)->isVisible());
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    QCOMPARE(openSettings()->checkSettings(), CheckSettings());
}

void TestWindowHabits::theSettingsAreThoseOfOneList()
{
    SettingsDialog *dialog = openSettings();
    dialog->findChild<QSpinBox *>(u"settingRetries"_s)->setValue(5);
    action("New list")->trigger(); // the dialog stays with its list
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Apply), Qt::LeftButton);
    QCOMPARE(dialog->findChild<QSpinBox *>(u"settingRetries"_s)->value(), 5);
    m_window->actionSet().settings->trigger();
    QVERIFY2(dialog->findChild<QLabel *>(u"settingsList"_s)->text().contains(u"“New list”"_s),
             qPrintable(dialog->findChild<QLabel *>(u"settingsList"_s)->text()));
    QCOMPARE(dialog->checkSettings(), CheckSettings());
    m_window->actionSet().undo->trigger();
    QTRY_COMPARE(m_window->actionSet().undo->iconText(), u"Undo"_s);
    m_window->actionSet().settings->trigger();
    QCOMPARE(dialog->checkSettings().retries, 5);
}

void TestWindowHabits::whatChangesElsewhereIsFollowedByTheDialog()
{
    SettingsDialog *dialog = openSettings();
    dialog->findChild<QSpinBox *>(u"settingRetries"_s)->setValue(5);
    find<QSpinBox>("atOnce")->setValue(21);
    QCOMPARE(dialog->checkSettings().limits.concurrency, 21);
    QCOMPARE(dialog->checkSettings().retries, 5);
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Apply), Qt::LeftButton);
    QCOMPARE(find<QSpinBox>("atOnce")->value(), 21);
}

void TestWindowHabits::theSettingsDialogIsThereOnce()
{
    const SettingsDialog *dialog = openSettings();
    m_window->actionSet().settings->trigger();
    QCOMPARE(m_window->findChildren<SettingsDialog *>(),
             QList<SettingsDialog *>{const_cast<SettingsDialog *>(dialog)});
}

void TestWindowHabits::settingsActOnARunningCheck()
{
    m_server->hold("/10");
    find<QSpinBox>("atOnce")->setValue(1);
    import({"/10?a", "/10?b", "/10?c"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    SettingsDialog *dialog = openSettings();
    dialog->findChild<QSpinBox *>(u"settingAtOnce"_s)->setValue(3);
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Apply), Qt::LeftButton);
    QTRY_COMPARE(m_server->heldRequests("/10"), 3);
    QCOMPARE(find<QSpinBox>("atOnce")->value(), 3);
    m_server->releaseAll("/10");
    QTRY_VERIFY(!m_session->isRunning());
}

void TestWindowHabits::importedFilesAreRecent()
{
    m_window->importFiles({file("a list.txt", list({"/10"}).toLatin1())});
    QTRY_COMPARE(rows(), 1);
    closeWindow();
    openWindow();
    QTRY_COMPARE(rows(), 1);
    file("a list.txt", list({"/10", "/20"}).toLatin1());
    const QMenu *recent = m_window->actionSet().recent;
    QVERIFY(recent->actions().first()->text().contains(u"a list.txt"_s));
    recent->actions().first()->trigger();
    QTRY_COMPARE(rows(), 2);
}

void TestWindowHabits::aRecentFileThatIsGoneIsSaid()
{
    const QString path = file("a.txt", list({"/10"}).toLatin1());
    m_window->importFiles({path});
    QTRY_COMPARE(rows(), 1);
    QVERIFY(QFile::remove(path));
    m_window->actionSet().recent->actions().first()->trigger();
    QTRY_VERIFY2(message().startsWith(path + u" is no longer there."_s), qPrintable(message()));
    QVERIFY(!m_window->actionSet().recent->isEnabled());
}

void TestWindowHabits::theDesktopStartsTheProgramIfAskedTo()
{
    const Autostart autostart;
    QCOMPARE(autostart.switchOff(), QString());
    const auto choose = [this](bool isOn) {
        SettingsDialog *dialog = openSettings();
        auto *box = dialog->findChild<QCheckBox *>(u"settingStartsWithDesktop"_s);
        QCOMPARE(box->isChecked(), !isOn);
        box->setChecked(isOn);
        QVERIFY(!isOn || dialog->findChild<QCheckBox *>(u"settingShowsTray"_s)->isChecked());
        QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Ok), Qt::LeftButton);
        QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    };
    choose(true);
    QVERIFY(autostart.isOn());
    QFile file(Autostart::defaultPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(
        "\nExec=" + execValue({QCoreApplication::applicationFilePath(), u"--tray"_s}).toUtf8()));
    choose(false);
    QVERIFY(!QFile::exists(Autostart::defaultPath()));
}

void TestWindowHabits::closingToTheTrayHidesTheWindowAndQuitEndsIt()
{
    m_server->hold("/10");
    import({"/10"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    QSignalSpy hidden(m_window.get(), &MainWindow::closedToTray);
    m_window->setClosesToTray(true);
    QVERIFY(!m_window->close());
    QVERIFY(!m_window->isVisible());
    QCOMPARE(hidden.count(), 1);
    QVERIFY(m_session->isRunning()); // it goes on
    m_window->show();
    m_window->actionSet().quit->trigger();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(hidden.count(), 1);
    QTRY_VERIFY(!m_session->isRunning());
}

QTEST_MAIN(TestWindowHabits)
#include "tst_windowhabits.moc"
