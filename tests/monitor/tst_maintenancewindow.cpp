// SPDX-License-Identifier: MIT
#include "core/monitor/maintenancewindow.h"

#include "tests/monitor/lines.h"

#include <QTest>

using namespace rollcall;
using rollcall::test::lines;

namespace {

QList<MaintenanceWindow> windowsFrom(const QStringList &texts)
{
    QList<MaintenanceWindow> windows;
    for (const QString &text : texts) {
        const auto window = MaintenanceWindow::fromText(text, QTimeZone::utc());
        if (window)
            windows.append(*window);
    }
    return windows;
}

} // namespace

class TestMaintenanceWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsKnownWhenMaintenanceEnds_data();
    void itIsKnownWhenMaintenanceEnds();
    void windowsWithoutAnEndAreNoEndlessLoop();
    void whatIsNoWindowIsRefused_data();
    void whatIsNoWindowIsRefused();
};

void TestMaintenanceWindow::itIsKnownWhenMaintenanceEnds_data()
{
    QTest::addColumn<QStringList>("windows");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QString>("end"); // empty: no maintenance
    const auto row = [](const char *name, std::initializer_list<const char *> windows, const char *moment,
                        const char *end) {
        QTest::newRow(name) << lines(windows) << QString::fromLatin1(moment) << QString::fromLatin1(end);
    };
    const auto once = {"2026-12-24T18:00/2026-12-26T06:00"};
    row("before", once, "2026-12-24T17:59:59Z", "");
    row("its beginning", once, "2026-12-24T18:00:00Z", "2026-12-26T06:00:00Z");
    row("its end", once, "2026-12-26T06:00:00Z", "");
    row("in a zone", {"2026-12-24T18:00/2026-12-26T06:00 Europe/Berlin"}, "2026-12-24T17:00:00Z",
        "2026-12-26T05:00:00Z");
    row("every Sunday", {"sun 02:00-04:00"}, "2026-11-29T03:00:00Z", "2026-11-29T04:00:00Z");
    row("not on Monday", {"sun 02:00-04:00"}, "2026-11-30T03:00:00Z", "");
    row("over midnight, before it", {"sun 23:00-01:00"}, "2026-11-29T23:30:00Z", "2026-11-30T01:00:00Z");
    row("over midnight, after it", {"sun 23:00-01:00"}, "2026-11-30T00:30:00Z", "2026-11-30T01:00:00Z");
    row("a whole day", {"sun 00:00-00:00"}, "2026-11-29T12:00:00Z", "2026-11-30T00:00:00Z");
    row("an hour less when clocks go forward", {"sun 01:00-04:00 Europe/Berlin"}, "2026-03-29T00:30:00Z",
        "2026-03-29T02:00:00Z");
    row("an hour more when clocks go back", {"sun 01:00-04:00 Europe/Berlin"}, "2026-10-24T23:30:00Z",
        "2026-10-25T03:00:00Z");
    row("nothing is left of a time that is passed over", {"sun 02:00-03:00 Europe/Berlin"},
        "2026-03-29T01:00:00Z", "");
    row("windows that meet", {"sun 02:00-04:00", "sun 04:00-05:00"}, "2026-11-29T03:00:00Z",
        "2026-11-29T05:00:00Z");
    row("windows that overlap", {"sun 02:00-04:00", "daily 03:00-06:00"}, "2026-11-29T02:30:00Z",
        "2026-11-29T06:00:00Z");
    row("no window", {}, "2026-11-29T02:30:00Z", "");
}

void TestMaintenanceWindow::itIsKnownWhenMaintenanceEnds()
{
    QFETCH(const QStringList, windows);
    QFETCH(const QString, moment);
    QFETCH(const QString, end);
    const QList<MaintenanceWindow> read = windowsFrom(windows);
    QCOMPARE(read.size(), windows.size());
    const std::optional<QDateTime> found = maintenanceEnd(read, QDateTime::fromString(moment, Qt::ISODate));
    QCOMPARE(found ? found->toString(Qt::ISODate) : QString(), end);
}

void TestMaintenanceWindow::windowsWithoutAnEndAreNoEndlessLoop()
{
    const QDateTime moment = QDateTime::fromString(QStringLiteral("2026-11-29T02:30:00Z"), Qt::ISODate);
    QVERIFY(maintenanceEnd(windowsFrom(lines({"daily 00:00-00:00"})), moment));
}

void TestMaintenanceWindow::whatIsNoWindowIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("no end") << "sun 02:00";
    QTest::newRow("no days") << "02:00-04:00";
    QTest::newRow("no such day") << "someday 02:00-04:00";
    QTest::newRow("no such zone") << "sun 02:00-04:00 Nowhere/City";
    QTest::newRow("ends before it begins") << "2026-12-26T06:00/2026-12-24T18:00";
    QTest::newRow("no date") << "2026-02-30T06:00/2026-03-01T18:00";
    QTest::newRow("three dates") << "2026-02-20T06:00/2026-03-01T18:00/2026-03-02T18:00";
}

void TestMaintenanceWindow::whatIsNoWindowIsRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!MaintenanceWindow::fromText(text, QTimeZone::utc()));
}

QTEST_APPLESS_MAIN(TestMaintenanceWindow)
#include "tst_maintenancewindow.moc"
