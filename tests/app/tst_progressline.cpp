// SPDX-License-Identifier: MIT
#include "app/cli/progressline.h"

#include <QBuffer>
#include <QTest>

using namespace rollcall;
using namespace rollcall::cli;

namespace {

CheckProgress halfDone()
{
    CheckProgress progress;
    progress.total = 1000;
    progress.ok = 497;
    progress.failed = 3;
    progress.elapsed = std::chrono::seconds(10);
    return progress;
}

} // namespace

class ProgressLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysHowFarHowFastAndHowLong()
    {
        QCOMPARE(progressText(halfDone(), 100),
                 QStringLiteral("[%1%2] 50 %  500 of 1000, 3 failed  50/s  10 s left")
                     .arg(QString(15, QChar(0x2588)), QString(15, u' ')));
    }

    void beforeTheFirstResultNothingIsGuessed()
    {
        CheckProgress progress;
        progress.total = 5;
        progress.running = 5;
        progress.elapsed = std::chrono::seconds(3);
        QVERIFY(progressText(progress, 80).endsWith(QStringLiteral("] 0 %  0 of 5")));
    }

    void onlyTheEndIsAHundredPercent()
    {
        CheckProgress progress;
        progress.total = 1000;
        progress.ok = 999;
        QVERIFY(progressText(progress, 80).contains(QStringLiteral(" 99 %")));
        progress.cancelled = 1;
        QVERIFY(progressText(progress, 80).contains(QStringLiteral(" 100 %")));
    }

    void anEmptyListIsNoDivisionByZero() { QVERIFY(progressText(CheckProgress(), 80).contains(u"0 of 0")); }

    void aSlowCheckShowsTenthsAndHours()
    {
        CheckProgress progress = halfDone();
        progress.elapsed = std::chrono::seconds(5000);
        QVERIFY(progressText(progress, 80).endsWith(QStringLiteral("  0.1/s  1:23:20 left")));
    }

    void itNeverWraps()
    {
        for (int columns = 0; columns < 120; ++columns)
            QVERIFY(progressText(halfDone(), columns).size() <= columns);
        QVERIFY(!progressText(halfDone(), 45).contains(u'['));
        QVERIFY(progressText(halfDone(), 60).contains(u'['));
    }

    void drawingReplacesAndErasingLeavesNothing()
    {
        QBuffer terminal;
        terminal.open(QIODevice::WriteOnly);
        ProgressLine line(terminal);

        line.erase();
        QCOMPARE(terminal.data(), QByteArray());

        line.draw(halfDone(), 80);
        QCOMPARE(terminal.data(), "\r\x1b[K" + progressText(halfDone(), 79).toUtf8());

        terminal.buffer().clear();
        terminal.seek(0);
        line.erase();
        line.erase();
        QCOMPARE(terminal.data(), QByteArray("\r\x1b[K"));
    }
};

QTEST_GUILESS_MAIN(ProgressLineTest)
#include "tst_progressline.moc"
