// SPDX-License-Identifier: MIT
// Alerts as requests to a server.
#pragma once

#include "core/monitor/alertchannel.h"
#include "core/monitor/alerttemplate.h"
#include "core/net/accessmanagers.h"
#include "core/net/fetchrequest.h"

#include <QByteArray>
#include <QList>

namespace rollcall {

/// Where and how a webhook is called.
struct Webhook {
    Webhook() = default;
    explicit Webhook(QByteArray canonicalUrl) : url(std::move(canonicalUrl)) {}

    QByteArray url; ///< may hold credentials; they are in no message and no log
    QList<HeaderField> headers;
    AlertTemplate body;
    TransportOptions transport;
    std::chrono::milliseconds timeout{10'000};

    friend bool operator==(const Webhook &, const Webhook &) = default;
};

/// POSTs the JSON of each message, with the header Idempotency-Key, which is the message's id: a receiver
/// that has it knows the message. An answer from 200 to 299 is a delivery; other answers are failures for
/// good where asking again is of no use (400 to 499 without 408, 425 and 429), else for now.
class WebhookChannel final : public AlertChannel
{
public:
    explicit WebhookChannel(Webhook webhook);

    async::Coroutine<Delivery> deliver(AlertMessage message) override;

private:
    Webhook m_webhook;
    AccessManagers m_managers;
};

} // namespace rollcall
