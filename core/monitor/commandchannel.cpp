// SPDX-License-Identifier: MIT
#include "core/monitor/commandchannel.h"

#include "core/async/process.h"
#include "core/async/timeout.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

QString environmentText(const QJsonValue &value)
{
    QString text = value.isNull() ? QString() : value.toVariant().toString();
    return text.remove(QChar(u'\0')); // it would end the text
}

QProcessEnvironment environmentFor(const AlertMessage &message)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QList<AlertFact> facts = factsOf(message);
    for (const AlertFact &fact : facts)
        environment.insert(u"ROLLCALL_"_s + QString(fact.first).toUpper(), environmentText(fact.second));
    const QByteArray json = QJsonDocument(messageToJson(message)).toJson(QJsonDocument::Compact);
    environment.insert(u"ROLLCALL_JSON"_s, QString::fromUtf8(json));
    return environment;
}

/// Ends what still runs when it is destroyed: the wait was cancelled.
class RunningProcess
{
public:
    RunningProcess() = default;
    ~RunningProcess()
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.kill();
        process.waitForFinished();
    }
    RunningProcess(const RunningProcess &) = delete;
    RunningProcess &operator=(const RunningProcess &) = delete;

    QProcess process;
};

/// Whether \a process has ended by itself within \a limit.
async::Coroutine<bool> endsWithin(QProcess *process, std::chrono::milliseconds limit)
{
    try {
        async::Coroutine<int> ending = async::timeout(limit, async::finishOf(process));
        co_await std::move(ending);
    } catch (const async::TimedOut &) {
        co_return false;
    } catch (const async::ProcessFailed &) {
        co_return true; // the process itself tells how
    }
    co_return true;
}

async::Coroutine<Delivery> stop(QProcess *process, std::chrono::milliseconds limit)
{
    constexpr std::chrono::milliseconds grace{2'000};
    process->terminate();
    async::Coroutine<bool> ending = endsWithin(process, grace);
    const bool hasEnded = co_await std::move(ending);
    if (!hasEnded) {
        process->kill();
        ending = endsWithin(process, grace);
        co_await std::move(ending);
    }
    Delivery delivery(Delivery::End::FailedForNow,
                      u"it ran for more than %1 s and was stopped"_s.arg(double(limit.count()) / 1000));
    co_return delivery;
}

Delivery deliveryOf(const QProcess &process)
{
    if (process.error() == QProcess::FailedToStart)
        return {Delivery::End::FailedForGood, u"%1: %2"_s.arg(process.program(), process.errorString())};
    if (process.exitStatus() == QProcess::CrashExit)
        return {Delivery::End::FailedForNow, u"%1 crashed"_s.arg(process.program())};
    if (process.exitCode() != 0)
        return {Delivery::End::FailedForNow, u"its exit code is %1"_s.arg(process.exitCode())};
    return {};
}

} // namespace

std::optional<AlertCommand> AlertCommand::fromText(const QString &text)
{
    QStringList words = QProcess::splitCommand(text);
    if (words.isEmpty() || words.front().isEmpty())
        return std::nullopt;
    const QString program = words.takeFirst();
    return AlertCommand(program, words);
}

async::Coroutine<Delivery> CommandChannel::deliver(AlertMessage message)
{
    RunningProcess running;
    QProcess *const process = &running.process;
    process->setProgram(m_command.program);
    process->setArguments(m_command.arguments);
    process->setProcessEnvironment(environmentFor(message));
    process->setStandardInputFile(QProcess::nullDevice());
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->start();
    async::Coroutine<bool> ending = endsWithin(process, m_command.timeLimit);
    const bool hasEnded = co_await std::move(ending);
    if (!hasEnded) {
        async::Coroutine<Delivery> stopping = stop(process, m_command.timeLimit);
        Delivery stopped = co_await std::move(stopping);
        co_return stopped;
    }
    Delivery delivery = deliveryOf(*process);
    co_return delivery;
}

} // namespace rollcall
