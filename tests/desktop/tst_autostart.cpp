// SPDX-License-Identifier: MIT
#include "core/desktop/autostart.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestAutostart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEntryIsWrittenAndRemoved();
    void anEntryThatADesktopHasSwitchedOffIsNone_data();
    void anEntryThatADesktopHasSwitchedOffIsNone();
    void commandsAreQuotedForExec_data();
    void commandsAreQuotedForExec();
    void whatCannotBeWrittenIsSaid();

private:
    QString path() const { return m_folder.filePath(u"config/autostart/rollcall.desktop"_s); }
    QTemporaryDir m_folder;
};

void TestAutostart::anEntryIsWrittenAndRemoved()
{
    const Autostart autostart(path());
    QVERIFY(!autostart.isOn());
    QCOMPARE(autostart.switchOff(), QString()); // there is none
    QCOMPARE(autostart.switchOn({u"/usr/bin/rollcall"_s, u"--tray"_s}), QString());
    QVERIFY(autostart.isOn());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.first(), QByteArray("[Desktop Entry]"));
    QVERIFY(lines.contains("Type=Application"));
    QVERIFY(lines.contains("Exec=\"/usr/bin/rollcall\" \"--tray\""));
    QCOMPARE(autostart.switchOff(), QString());
    QVERIFY(!autostart.isOn());
    QVERIFY(!QFile::exists(path()));
}

void TestAutostart::anEntryThatADesktopHasSwitchedOffIsNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("hidden") << QByteArray("Hidden=true\n");
    QTest::newRow("GNOME") << QByteArray("X-GNOME-Autostart-enabled = false\n");
}

void TestAutostart::anEntryThatADesktopHasSwitchedOffIsNone()
{
    QFETCH(const QByteArray, line);
    const Autostart autostart(path());
    QCOMPARE(autostart.switchOn({u"rollcall"_s}), QString());
    QFile file(path());
    QVERIFY(file.open(QIODevice::Append) && file.write(line) > 0);
    file.close();
    QVERIFY(!autostart.isOn());
    QCOMPARE(autostart.switchOn({u"rollcall"_s}), QString());
    QVERIFY(autostart.isOn());
}

void TestAutostart::commandsAreQuotedForExec_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("value");
    QTest::newRow("blank") << u"/opt/my programs/rollcall"_s << uR"("/opt/my programs/rollcall")"_s;
    QTest::newRow("percent") << u"/opt/100%/r"_s << uR"("/opt/100%%/r")"_s;
    QTest::newRow("dollar") << u"/opt/$r"_s << uR"("/opt/\\$r")"_s;
    QTest::newRow("quotation mark") << u"/opt/\"r"_s << uR"("/opt/\\"r")"_s;
    QTest::newRow("backslash") << u"/opt/\\r"_s << uR"("/opt/\\\\r")"_s;
}

void TestAutostart::commandsAreQuotedForExec()
{
    QFETCH(const QString, argument);
    QTEST(execValue({argument}), "value");
}

void TestAutostart::whatCannotBeWrittenIsSaid()
{
    QFile inTheWay(m_folder.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Autostart autostart(m_folder.filePath(u"file/rollcall.desktop"_s));
    QVERIFY(!autostart.switchOn({u"rollcall"_s}).isEmpty());
    QVERIFY(!autostart.isOn());
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
