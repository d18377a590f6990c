// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"
#include "ui/scheduledialog.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

/// When a list is watched: what the person says and what is kept of it.
class TestWindowSchedule : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void aListIsNotWatchedUntilThePersonSaysSo();
    void theScheduleIsKeptWithItsList();
    void timesOfDayAndMaintenanceAreKept();
    void whatCannotBeReadIsSaidAndTheDialogStays_data();
    void whatCannotBeReadIsSaidAndTheDialogStays();
    void eachListHasAScheduleOfItsOwn();

private:
    ScheduleDialog *openDialog() const
    {
        action("Schedule…")->trigger();
        return find<ScheduleDialog>("scheduleDialog");
    }
    static void ok(const QWidget *dialog)
    {
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
    }
    void closeDialog(QWidget *dialog) const
    {
        const QPointer<QWidget> gone(dialog);
        ok(dialog);
        QTRY_VERIFY(!gone);
    }
    void reopen()
    {
        QVERIFY(m_window->close());
        closeWindow();
        openWindow();
    }
};

void TestWindowSchedule::aListIsNotWatchedUntilThePersonSaysSo()
{
    QVERIFY(!action("Watch")->isChecked());
    action("Watch")->trigger();
    QVERIFY(action("Watch")->isChecked());
    reopen();
    QTRY_VERIFY(action("Watch")->isChecked());
    action("Watch")->trigger();
    reopen();
    QVERIFY(!action("Watch")->isChecked());
}

void TestWindowSchedule::theScheduleIsKeptWithItsList()
{
    QWidget *dialog = openDialog();
    QVERIFY(!find<QCheckBox>("scheduleOn")->isChecked());
    QCOMPARE(find<QLineEdit>("scheduleInterval")->text(), u"5m"_s);
    QVERIFY(!find<QLineEdit>("scheduleTimes")->isEnabled());
    find<QCheckBox>("scheduleOn")->setChecked(true);
    find<QLineEdit>("scheduleInterval")->setText(u" every  90s "_s);
    closeDialog(dialog);
    QVERIFY(action("Watch")->isChecked());
    reopen();
    QTRY_VERIFY(action("Watch")->isChecked());
    openDialog();
    QCOMPARE(find<QLineEdit>("scheduleInterval")->text(), u"every 90s"_s);
}

void TestWindowSchedule::timesOfDayAndMaintenanceAreKept()
{
    QWidget *dialog = openDialog();
    find<QComboBox>("scheduleKind")->setCurrentIndex(1);
    QVERIFY(!find<QLineEdit>("scheduleInterval")->isEnabled());
    find<QLineEdit>("scheduleTimes")->setText(u"mon-fri 06:30,18:00"_s);
    find<QPlainTextEdit>("scheduleMaintenance")
        ->setPlainText(u"sun 02:00-04:00\n\n 2026-12-24T18:00/2026-12-26T06:00 \n"_s);
    closeDialog(dialog);
    reopen();
    openDialog();
    QCOMPARE(find<QComboBox>("scheduleKind")->currentIndex(), 1);
    QCOMPARE(find<QLineEdit>("scheduleTimes")->text(), u"mon-fri 06:30,18:00"_s);
    QCOMPARE(find<QPlainTextEdit>("scheduleMaintenance")->toPlainText(),
             u"sun 02:00-04:00\n2026-12-24T18:00/2026-12-26T06:00"_s);
    QVERIFY(!action("Watch")->isChecked());
}

void TestWindowSchedule::whatCannotBeReadIsSaidAndTheDialogStays_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("too short") << 0 << QByteArray("scheduleInterval") << u"9s"_s;
    QTest::newRow("no time") << 0 << QByteArray("scheduleInterval") << u"often"_s;
    QTest::newRow("times as an interval") << 0 << QByteArray("scheduleInterval") << u"daily 06:30"_s;
    QTest::newRow("an interval as times") << 1 << QByteArray("scheduleTimes") << u"5m"_s;
    QTest::newRow("no times") << 1 << QByteArray("scheduleTimes") << QString();
    QTest::newRow("no such day") << 1 << QByteArray("scheduleTimes") << u"someday 06:30"_s;
}

void TestWindowSchedule::whatCannotBeReadIsSaidAndTheDialogStays()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, field);
    QFETCH(const QString, text);
    const QWidget *dialog = openDialog();
    find<QComboBox>("scheduleKind")->setCurrentIndex(kind);
    find<QLineEdit>(field.constData())->setText(text);
    ok(dialog);
    QVERIFY(dialog->isVisible());
    QVERIFY(find<QLabel>((field + "Problem").constData())->isVisible());
    QVERIFY(!find<QLabel>((field + "Problem").constData())->text().isEmpty());
    find<QLineEdit>(field.constData())->setText(kind == 0 ? u"5m"_s : u"daily 06:30"_s);
    find<QPlainTextEdit>("scheduleMaintenance")->setPlainText(u"sun 02:00-04:00\nnever"_s);
    ok(dialog);
    QVERIFY(dialog->isVisible());
    QVERIFY(find<QLabel>("scheduleMaintenanceProblem")->text().startsWith(u"“never” is none"_s));
    QVERIFY(!find<QLabel>((field + "Problem").constData())->isVisible());
}

void TestWindowSchedule::eachListHasAScheduleOfItsOwn()
{
    action("Watch")->trigger();
    action("New list")->trigger();
    QVERIFY(!action("Watch")->isChecked());
    auto *lists = find<QAbstractItemView>("lists");
    lists->setCurrentIndex(lists->model()->index(0, 0));
    QTRY_VERIFY(action("Watch")->isChecked());
}

QTEST_MAIN(TestWindowSchedule)
#include "tst_windowschedule.moc"
