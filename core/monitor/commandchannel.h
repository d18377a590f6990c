// SPDX-License-Identifier: MIT
// Alerts as calls of a program, with the facts in its environment.
#pragma once

#include "core/monitor/alertchannel.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace rollcall {

/// A program with its arguments. No shell has a part in it unless it is the program.
struct AlertCommand {
    AlertCommand() = default;
    AlertCommand(QString programName, QStringList programArguments)
        : program(std::move(programName)),
          arguments(std::move(programArguments))
    {
    }

    QString program;
    QStringList arguments;
    std::chrono::milliseconds timeLimit{30'000};

    /// Splits a command line at blanks; quotation marks (") keep together what belongs together, three of
    /// them stand for one. Nothing if there is no program in it.
    static std::optional<AlertCommand> fromText(const QString &text);

    friend bool operator==(const AlertCommand &, const AlertCommand &) = default;
};

/// Runs the command once for each message. In its environment are the facts of factsOf(), as ROLLCALL_EVENT,
/// ROLLCALL_URL and so on, empty where unknown, and messageToJson() as ROLLCALL_JSON. It has no input, and
/// its output goes where that of this process goes. An exit code other than 0 is a failure for now, a program
/// that cannot be started one for good; after its time limit it is told to terminate, and killed two seconds
/// later.
class CommandChannel final : public AlertChannel
{
public:
    explicit CommandChannel(AlertCommand command) : m_command(std::move(command)) {}

    async::Coroutine<Delivery> deliver(AlertMessage message) override;

private:
    AlertCommand m_command;
};

} // namespace rollcall
