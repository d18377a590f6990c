// SPDX-License-Identifier: MIT
// What Fetcher and an access manager tell each other beyond Qt's own attributes.
#pragma once

#include "core/async/scheduler.h"
#include "core/net/certificatefacts.h"
#include "core/net/errorkind.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QNetworkRequest>
#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// Of a request, a QList<QHostAddress>: where its host is, best first. The manager connects to these and asks
/// no name server. A manager may leave it alone.
inline constexpr auto hostAddressesAttribute = QNetworkRequest::User;
/// Of a request, a qint64: the milliseconds that a connection may take. With several addresses the manager
/// divides them, so that one that is dead leaves time for the next. A manager may leave it alone.
inline constexpr auto connectTimeoutAttribute = QNetworkRequest::Attribute(QNetworkRequest::User + 1);
/// Of a reply, a ReplyFacts: there by the time of metaDataChanged() or errorOccurred(), whichever comes
/// first, and complete with finished(). A manager that sets none is asked through Qt's signals and
/// attributes.
inline constexpr auto replyFactsAttribute = QNetworkRequest::Attribute(QNetworkRequest::User + 2);

/// The measured facts of one request and its answer. What a manager does not know is empty.
struct ReplyFacts {
    using Microseconds = std::chrono::microseconds;

    ReplyFacts() = default;

    ErrorKind error = ErrorKind::None; ///< why the transfer failed; an HTTP status is no failure
    QString errorDetail;               ///< what exactly went wrong, in English; no URL, no secret

    std::optional<Microseconds> dns;                   ///< name look-up, if the manager made one
    std::optional<Microseconds> connect;               ///< TCP; empty on a kept connection
    std::optional<Microseconds> tls;                   ///< handshake; empty on a kept connection
    std::optional<async::Clock::time_point> began;     ///< its first step on the network
    std::optional<async::Clock::time_point> firstByte; ///< when the answer's final head arrived
    std::optional<async::Clock::time_point> lastByte;  ///< when what was read last arrived
    std::optional<bool> reusedConnection;

    QByteArray remoteIp;
    QByteArray httpVersion; ///< "1.0", "1.1" or "2"

    QByteArray tlsVersion;                ///< for example "1.3"
    QList<CertificateFacts> certificates; ///< the server's own and those that it sent with it
};

} // namespace rollcall

Q_DECLARE_METATYPE(rollcall::ReplyFacts)
