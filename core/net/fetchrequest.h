// SPDX-License-Identifier: MIT
// What to call, and within which bounds: the input of Fetcher as a plain value.
#pragma once

#include "core/async/scheduler.h"
#include "core/url/entrydetails.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace rollcall {

/// One call of one URL.
struct FetchRequest {
    FetchRequest() = default;

    QByteArray url; ///< canonical http or https; a user name and password in it become basic credentials
    QByteArray method = QByteArrayLiteral("GET"); ///< upper case; a token (RFC 9110, section 5.6.2)
    QList<HeaderField>
        headers;     ///< go to the first origin only: a redirect elsewhere may not carry secrets away
    QByteArray body; ///< not with GET and HEAD; no redirect carries it to another origin
    QByteArray userAgent;
    /// All times are counted from here, and the deadline comes \a timeout after it.
    async::Clock::time_point started = async::Clock::now();
    std::chrono::milliseconds timeout{30'000};
    std::chrono::milliseconds connectTimeout{10'000}; ///< of each hop: look-up, TCP and TLS
    /// Of each hop, from the request being sent to the head of the answer; none: only the whole is limited.
    std::optional<std::chrono::milliseconds> firstByteTimeout;
    std::optional<std::chrono::milliseconds> idleTimeout; ///< between two pieces of a body
    int maxRedirects = 10;
    bool allowDowngrade = false;                    ///< follow redirects from https to http
    qint64 maxBodyBytes = qint64(64) * 1024 * 1024; ///< decoded
    /// How much of the beginning of the decoded body to keep in FetchResult::bodyPrefix.
    qint64 keptBodyBytes = 0;
    /// The same for an answer with a status of 400 or more; the larger of the two holds there.
    qint64 keptErrorBodyBytes = 0;
    /// Keep the connection for the next URL of the host. False when none is waiting: thousands of idle
    /// connections cost memory, descriptors and time.
    bool keepConnection = true;
    /// Which of the access managers to use: Qt's own opens no more than connectionsPerLane connections to a
    /// host.
    int lane = 0;
};

} // namespace rollcall
