// SPDX-License-Identifier: MIT
// The way by which alerts reach a person or a program.
#pragma once

#include "core/async/coroutine.h"
#include "core/monitor/alertmessage.h"

#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// How an attempt to deliver a message ended.
struct Delivery {
    enum class End { Delivered, FailedForNow, FailedForGood };

    Delivery() = default;
    Delivery(End deliveryEnd, QString reason) : end(deliveryEnd), detail(std::move(reason)) {}

    End end = End::Delivered;
    QString detail;                                      ///< why it failed, in English, without a secret
    std::optional<std::chrono::milliseconds> retryAfter; ///< the receiver asks to be left alone so long

    friend bool operator==(const Delivery &, const Delivery &) = default;
};

/// One channel. Lives in one thread and delivers one message at a time.
class AlertChannel
{
public:
    AlertChannel() = default;
    virtual ~AlertChannel() = default;
    AlertChannel(const AlertChannel &) = delete;
    AlertChannel &operator=(const AlertChannel &) = delete;

    /// Delivers \a message within a time of the channel's own. Failures are values; cancelling ends the
    /// attempt and throws Cancelled.
    virtual async::Coroutine<Delivery> deliver(AlertMessage message) = 0;
};

} // namespace rollcall
