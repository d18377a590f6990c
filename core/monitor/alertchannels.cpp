// SPDX-License-Identifier: MIT
#include "core/monitor/alertchannels.h"

#include "core/monitor/commandchannel.h"
#include "core/monitor/webhookchannel.h"

namespace rollcall {

bool AlertChannels::has(AlertWay way) const
{
    switch (way) {
    case AlertWay::Desktop:
        return desktop;
    case AlertWay::Webhook:
        return !webhook.isEmpty();
    case AlertWay::Command:
        return AlertCommand::fromText(command).has_value();
    }
    Q_UNREACHABLE();
}

QString channelName(AlertWay way)
{
    switch (way) {
    case AlertWay::Desktop:
        return QStringLiteral("desktop");
    case AlertWay::Webhook:
        return QStringLiteral("webhook");
    case AlertWay::Command:
        return QStringLiteral("command");
    }
    Q_UNREACHABLE();
}

std::unique_ptr<AlertChannel> makeChannel(AlertWay way, const AlertChannels &channels,
                                          DesktopNotifier &notifier)
{
    switch (way) {
    case AlertWay::Desktop:
        return std::make_unique<DesktopChannel>(notifier);
    case AlertWay::Webhook:
        if (channels.webhook.isEmpty())
            return nullptr;
        return std::make_unique<WebhookChannel>(Webhook(channels.webhook));
    case AlertWay::Command:
        if (const std::optional<AlertCommand> command = AlertCommand::fromText(channels.command))
            return std::make_unique<CommandChannel>(*command);
        return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace rollcall
