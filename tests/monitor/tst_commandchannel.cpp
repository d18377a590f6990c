// SPDX-License-Identifier: MIT
#include "core/monitor/commandchannel.h"

#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"
#include "tests/monitor/alerttools.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;
using rollcall::test::alertOf;
using rollcall::test::fullAlert;

namespace {

Delivery deliver(AlertCommand command, const AlertMessage &message)
{
    CommandChannel channel(std::move(command));
    return async::run(channel.deliver(message));
}

/// What "sh -c \a script" makes of \a message.
AlertCommand shell(const QString &script)
{
    return {QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script}};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

/// True if Cancelled came out.
async::Coroutine<bool> cancelSoon(AlertCommand command)
{
    CommandChannel channel(std::move(command));
    const async::Task<Delivery> task = async::createTask(channel.deliver(AlertMessage({fullAlert()})));
    co_await async::sleep(50ms);
    task.cancel();
    try {
        co_await task;
    } catch (const async::Cancelled &) {
        co_return true;
    }
    co_return false;
}

} // namespace

class TestCommandChannel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreSplitWithoutAShell();
    void theFactsAreInTheEnvironment();
    void unknownFactsAreEmpty();
    void noShellReadsTheFacts();
    void itsEndIsTheDeliverys_data();
    void itsEndIsTheDeliverys();
    void whatRunsForTooLongIsStopped();
    void cancellingEndsTheProgram();
};

void TestCommandChannel::linesAreSplitWithoutAShell()
{
    QCOMPARE(AlertCommand::fromText(QStringLiteral("notify \"two words\" $HOME; rm")),
             AlertCommand(QStringLiteral("notify"),
                          {QStringLiteral("two words"), QStringLiteral("$HOME;"), QStringLiteral("rm")}));
    QVERIFY(!AlertCommand::fromText(QStringLiteral("  ")));
    QVERIFY(!AlertCommand::fromText(QString()));
}

void TestCommandChannel::theFactsAreInTheEnvironment()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("facts"));
    const QString script =
        QStringLiteral("printf '%s|' \"$ROLLCALL_EVENT\" \"$ROLLCALL_URL\" \"$ROLLCALL_NAME\" "
                       "\"$ROLLCALL_TAGS\" \"$ROLLCALL_STATUS\" \"$ROLLCALL_ERROR\" "
                       "\"$ROLLCALL_COUNT\" > '%1'")
            .arg(path);
    QCOMPARE(deliver(shell(script), AlertMessage({fullAlert()})), Delivery());
    QCOMPARE(contentOf(path),
             QByteArray(
                 "down|https://a.example/\"path\"?q=1|Shop \\ \"Zürich\"|prod,eu|503|http-server-error|1|"));
}

void TestCommandChannel::unknownFactsAreEmpty()
{
    const QString script =
        QStringLiteral("test -z \"$ROLLCALL_ERROR$ROLLCALL_STATUS$ROLLCALL_NAME\" && "
                       "test -n \"$ROLLCALL_JSON\" && test \"${ROLLCALL_ERROR+set}\" = set");
    QCOMPARE(deliver(shell(script), AlertMessage({alertOf(AlertKind::Up)})), Delivery());
}

void TestCommandChannel::noShellReadsTheFacts()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("made"));
    Alert alert = fullAlert();
    alert.name = QStringLiteral("$(touch %1); touch %1").arg(path);
    QCOMPARE(deliver(AlertCommand(QStringLiteral("true"), {alert.name}), AlertMessage({alert})), Delivery());
    QVERIFY(!QFile::exists(path));
}

void TestCommandChannel::itsEndIsTheDeliverys_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("detail");
    const int forNow = int(Delivery::End::FailedForNow);
    QTest::newRow("well") << "/bin/sh"
                          << "exit 0" << int(Delivery::End::Delivered) << "";
    QTest::newRow("not well") << "/bin/sh"
                              << "exit 3" << forNow << "its exit code is 3";
    QTest::newRow("a crash") << "/bin/sh"
                             << "kill -SEGV $$" << forNow << "/bin/sh crashed";
    QTest::newRow("no such program") << "/no/such/program"
                                     << "" << int(Delivery::End::FailedForGood) << "/no/such/program: ";
}

void TestCommandChannel::itsEndIsTheDeliverys()
{
    QFETCH(const QString, program);
    QFETCH(const QString, script);
    QFETCH(const int, end);
    QFETCH(const QString, detail);
    const Delivery delivery =
        deliver(AlertCommand(program, {QStringLiteral("-c"), script}), AlertMessage({fullAlert()}));
    QCOMPARE(int(delivery.end), end);
    QCOMPARE(delivery.detail.left(detail.size()), detail);
}

void TestCommandChannel::whatRunsForTooLongIsStopped()
{
    AlertCommand command = shell(QStringLiteral("exec sleep 600"));
    command.timeLimit = 100ms;
    const Delivery delivery = deliver(command, AlertMessage({fullAlert()}));
    QCOMPARE(int(delivery.end), int(Delivery::End::FailedForNow));
    QVERIFY2(delivery.detail.contains(u"more than 0.1 s"), qPrintable(delivery.detail));
}

void TestCommandChannel::cancellingEndsTheProgram()
{
    QVERIFY(async::run(cancelSoon(shell(QStringLiteral("exec sleep 600")))));
}

QTEST_GUILESS_MAIN(TestCommandChannel)
#include "tst_commandchannel.moc"
