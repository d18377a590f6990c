// SPDX-License-Identifier: MIT
// Alerts as notifications on the desktop.
#pragma once

#include "core/monitor/alertchannel.h"

namespace rollcall {

/// Whoever can show a notification: the window's tray icon, for example.
class DesktopNotifier
{
public:
    DesktopNotifier() = default;
    virtual ~DesktopNotifier() = default;
    DesktopNotifier(const DesktopNotifier &) = delete;
    DesktopNotifier &operator=(const DesktopNotifier &) = delete;

    /// Shows \a message and returns at once. False: there is no way to show anything now.
    virtual bool notify(const AlertMessage &message) = 0;
};

/// Hands messages to a notifier, which outlives it. One that cannot be shown is no news by the time it could
/// be: it is given up.
class DesktopChannel final : public AlertChannel
{
public:
    explicit DesktopChannel(DesktopNotifier &notifier) : m_notifier(notifier) {}

    async::Coroutine<Delivery> deliver(AlertMessage message) override;

private:
    DesktopNotifier &m_notifier;
};

} // namespace rollcall
