// SPDX-License-Identifier: MIT
// What one call of one URL, redirects included, gave: the facts, as a plain value.
#pragma once

#include "core/net/certificatefacts.h"
#include "core/net/errorkind.h"
#include "core/net/fetchrequest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// The measured phases of the last hop, and the whole. A phase that did not happen, or that the access
/// manager cannot measure, is empty: unknown is never shown as zero.
struct FetchTimes {
    using Microseconds = std::chrono::microseconds;

    FetchTimes() = default;

    std::optional<Microseconds> dns;       ///< name look-up
    std::optional<Microseconds> connect;   ///< TCP connect
    std::optional<Microseconds> tls;       ///< TLS handshake
    std::optional<Microseconds> firstByte; ///< from leaving the queue to the head of the last hop's answer
    std::optional<Microseconds> total;     ///< from leaving the queue to the last byte, all hops
    Microseconds held{0}; ///< from FetchRequest::started to leaving the queue, when the network is first used

    friend bool operator==(const FetchTimes &, const FetchTimes &) = default;
};

/// One redirect that was followed (or refused).
struct RedirectHop {
    RedirectHop() = default;
    RedirectHop(QByteArray hopUrl, int hopStatus, std::chrono::microseconds hopTime)
        : url(std::move(hopUrl)),
          status(hopStatus),
          time(hopTime)
    {
    }

    QByteArray url; ///< the URL that answered with the redirect
    int status = 0; ///< 301, 302, 303, 307 or 308
    std::chrono::microseconds time{0};

    friend bool operator==(const RedirectHop &, const RedirectHop &) = default;
};

/// The response header fields that are kept are no longer than this, names and values together.
inline constexpr qsizetype keptHeaderBytes = qsizetype(64) * 1024;

/// Everything that is known after a call. Empty optionals and strings mean unknown.
struct FetchResult {
    FetchResult() = default;

    ErrorKind error = ErrorKind::None;
    /// What exactly went wrong, in English, for logs and reports ("got 10 of 100 bytes"). No secret, no URL.
    QString errorDetail;

    QByteArray finalUrl;  ///< where the last hop went; the entry's own URL when there was no redirect
    int status = 0;       ///< HTTP status of the last hop; 0: none was received
    qint64 bodyBytes = 0; ///< the body, decoded
    std::optional<qint64> wireBytes; ///< the body as transferred
    QByteArray contentType;          ///< as sent, for example "text/html; charset=utf-8"
    QList<RedirectHop> redirects;
    QByteArray httpVersion; ///< "1.0", "1.1" or "2"
    QByteArray remoteIp;
    std::optional<bool> reusedConnection;        ///< whether the last hop went over a kept connection
    QByteArray tlsVersion;                       ///< for example "1.3"
    QString certificateIssuer;                   ///< its common name, else its organisation
    std::optional<QDateTime> certificateExpires; ///< UTC
    /// The server's own certificate and those that it sent with it, in its order; none where the handshake
    /// did not come so far.
    QList<CertificateFacts> certificates;
    QByteArray bodySha256; ///< of the decoded, complete body; 64 lower-case hexadecimal digits
    QString pageTitle;     ///< of an HTML page; empty if it has none
    FetchTimes times;
    QList<HeaderField> responseHeaders; ///< of the last hop, in order; at most keptHeaderBytes of them
    QByteArray bodyPrefix; ///< the beginning of the last hop's body, decoded, as far as the request asks

    friend bool operator==(const FetchResult &, const FetchResult &) = default;
};

/// The value of the first response header field called \a name, in any case of letters, without blanks around
/// it; null if there is none.
QByteArray headerValue(const FetchResult &result, QByteArrayView name);

} // namespace rollcall
