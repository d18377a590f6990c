// SPDX-License-Identifier: MIT
// What `rollcall-cli watch` was told to do: its options and arguments as a value.
#pragma once

#include "app/cli/checkcommand.h"
#include "core/monitor/alertrule.h"
#include "core/monitor/commandchannel.h"
#include "core/monitor/watchsettings.h"
#include "core/monitor/webhookchannel.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace rollcall::cli {

/// One call of `watch`. The settings are valid.
struct WatchCommand {
    WatchCommand() = default;

    CheckCommand check; ///< the lists, and how their URLs are checked
    Schedule schedule;
    QList<MaintenanceWindow> maintenance;
    WatchSettings watch;
    AlertRule rule; ///< of every channel
    QList<Webhook> webhooks;
    QList<AlertCommand> commands;
    QString jsonl;       ///< a file, or - for standard output; empty: none
    QString history;     ///< the file that all is kept in across restarts; empty: none
    QString metricsFile; ///< empty: none
    std::optional<quint16> metricsPort;
    bool testsAlerts = false; ///< send a test through every channel, and end
};

/// Reads the arguments behind `watch`. Opens no file but the template of webhooks.
std::variant<WatchCommand, HelpRequest, UsageError> parseWatchCommand(const QStringList &arguments);

/// What `rollcall-cli watch --help` prints.
QString watchHelp();

} // namespace rollcall::cli
