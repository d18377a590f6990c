// SPDX-License-Identifier: MIT
#include "app/cli/subcommands.h"

#include "app/cli/check.h"
#include "app/cli/convert.h"
#include "app/cli/diff.h"
#include "app/cli/exitcode.h"
#include "app/cli/historycommand.h"
#include "app/cli/plaintext.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/cli/watch.h"

#include <algorithm>

namespace rollcall::cli {

namespace {

constexpr Subcommand commands[] = {
    {"check", "call every URL of a list and say who answered", runCheck},
    {"convert", "turn lists of any format into one of another", runConvert},
    {"diff", "say what changed from one run to another", runDiff},
    {"history", "say what a history holds and how long it is kept", runHistory},
    {"report", "render kept results in another format", runReport},
    {"watch", "check lists over time, and say what changes", runWatch},
};

QString help()
{
    QString text = QStringLiteral("Usage: rollcall-cli COMMAND [options] [arguments]\n\nCommands:\n");
    for (const Subcommand &command : commands)
        text += QStringLiteral("  %1 %2\n")
                    .arg(QLatin1String(command.name), -10)
                    .arg(QLatin1String(command.summary));
    text += QStringLiteral("\n\"rollcall-cli help COMMAND\" tells more. --version prints the version.\n");
    return text;
}

int print(const QString &text)
{
    openStream(Stream::Output)->write(text.toUtf8());
    return ExitPassed;
}

int unknownCommand(const QString &name)
{
    complain(QStringLiteral("There is no command \"%1\"; see \"rollcall-cli --help\".").arg(name));
    return ExitUsage;
}

int runHelp(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return print(help());
    return runSubcommand({arguments.front(), QStringLiteral("--help")});
}

} // namespace

std::span<const Subcommand> subcommands()
{
    return commands;
}

int runSubcommand(const QStringList &arguments)
{
    if (arguments.isEmpty()) {
        complain(QStringLiteral("A command is missing; see \"rollcall-cli --help\"."));
        return ExitUsage;
    }
    const QString &name = arguments.front();
    if (name == u"--help" || name == u"-h")
        return print(help());
    if (name == u"help")
        return runHelp(arguments.sliced(1));
    if (name == u"--version")
        return print(
            QStringLiteral("rollcall-cli " ROLLCALL_VERSION " (Qt %1)\n").arg(QLatin1String(qVersion())));
    const auto *command =
        std::ranges::find(commands, name, [](const Subcommand &c) { return QLatin1String(c.name); });
    return command == std::end(commands) ? unknownCommand(name) : command->run(arguments.sliced(1));
}

} // namespace rollcall::cli
