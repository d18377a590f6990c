// SPDX-License-Identifier: MIT
#include "tests/history/killedwriter.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

namespace rollcall::test {

std::optional<qint64> writeAndKill(const QString &program, const QStringList &arguments)
{
    QProcess writer;
    writer.start(program, arguments);
    std::optional<qint64> acknowledged;
    const int wanted = 1 + QRandomGenerator::global()->bounded(5);
    for (int lines = 0; lines < wanted && writer.waitForReadyRead(30'000);) {
        for (; writer.canReadLine(); ++lines)
            acknowledged = writer.readLine().trimmed().toLongLong();
    }
    // Nothing is waited for: the moment of the kill is the random input of the test.
    QTest::qSleep(QRandomGenerator::global()->bounded(10));
    writer.kill();
    writer.waitForFinished();
    // What it said between the last look and its end counts too; a line cut short does not.
    while (writer.canReadLine())
        acknowledged = writer.readLine().trimmed().toLongLong();
    return writer.exitStatus() == QProcess::CrashExit ? acknowledged : std::nullopt;
}

} // namespace rollcall::test
