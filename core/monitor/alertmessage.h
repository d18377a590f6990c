// SPDX-License-Identifier: MIT
// What goes out through a channel at once: one alert, or a summary of many.
#pragma once

#include "core/monitor/alert.h"

#include <QJsonValue>
#include <QList>

#include <utility>

namespace rollcall {

/// One message. It has at least one alert.
struct AlertMessage {
    AlertMessage() = default;
    explicit AlertMessage(QList<Alert> messageAlerts) : alerts(std::move(messageAlerts)) {}

    QList<Alert> alerts;

    /// Stays the same when the message is sent again: that of its first alert.
    QByteArray id() const { return alerts.front().id; }
    /// One line in English; of many alerts how many of each kind: "3 down, 1 up".
    QString title() const;
    /// What there is to say beyond the title, in English; of many alerts a line each, of the first 20.
    QString text() const;

    friend bool operator==(const AlertMessage &, const AlertMessage &) = default;
};

/// A fact of a message: a name of small letters, and a text, a number, or null for what is unknown.
using AlertFact = std::pair<QLatin1StringView, QJsonValue>;

/// The facts of \a message, always the same names in the same order: `id`, `event` (a kind's slug, or
/// "summary"), `count` (of alerts), `title`, `text`; of a single alert `url`, `name`, `list`, `tags` (with
/// commas between them), `at`, `since`, `previous`, `error`, `message`, `status`, `days`, `detail`.
QList<AlertFact> factsOf(const AlertMessage &message);
/// The facts as one object, and all alerts in the array `events` (see alertToJson()).
QJsonObject messageToJson(const AlertMessage &message);

} // namespace rollcall
