// SPDX-License-Identifier: MIT
#include "app/cli/subcommands.h"
#include "app/cli/terminal.h"
#include "core/net/resourcelimits.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    rollcall::cli::prepareProcess();
    rollcall::raiseOpenFilesLimit();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rollcall-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROLLCALL_VERSION));
    return rollcall::cli::runSubcommand(QCoreApplication::arguments().sliced(1));
}
