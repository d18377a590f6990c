// SPDX-License-Identifier: MIT
// The channels for alerts that a program with a window offers, as a plain value.
#pragma once

#include "core/monitor/alertchannel.h"
#include "core/monitor/alertrule.h"
#include "core/monitor/desktopchannel.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <memory>

namespace rollcall {

enum class AlertWay { Desktop, Webhook, Command };
inline constexpr std::array alertWays = {AlertWay::Desktop, AlertWay::Webhook, AlertWay::Command};

/// Which channels there are, and what they are told.
struct AlertChannels {
    AlertChannels() = default;

    bool desktop = true; ///< messages of the desktop
    QByteArray webhook;  ///< a canonical http or https URL, which may hold credentials; empty: none
    QString command;     ///< for AlertCommand::fromText(); empty: none
    AlertRule rule;      ///< of all of them

    bool has(AlertWay way) const;

    friend bool operator==(const AlertChannels &, const AlertChannels &) = default;
};

/// What the channel is called where alerts are kept: it stays the same.
QString channelName(AlertWay way);
/// The channel as \a channels say, also if they do not want it now; null where they do not say how. \a
/// notifier outlives it.
std::unique_ptr<AlertChannel> makeChannel(AlertWay way, const AlertChannels &channels,
                                          DesktopNotifier &notifier);

} // namespace rollcall
