// SPDX-License-Identifier: MIT
// The values of a row that columns show: each is empty while there is no result, and where it is not known.
#pragma once

#include "ui/resultrow.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace rollcall::rowvalue {

using Number = std::optional<qint64>;
using Time = std::optional<std::chrono::microseconds>;
using Moment = std::optional<QDateTime>;

// What the list says.
QByteArray url(const ResultRow &row);
QString name(const ResultRow &row);
QString group(const ResultRow &row);
QString tags(const ResultRow &row);

// What the last result says.
ErrorKind error(const ResultRow &row);
Number status(const ResultRow &row);
Number bodyBytes(const ResultRow &row);
Number wireBytes(const ResultRow &row);
Number redirects(const ResultRow &row);
Number attempts(const ResultRow &row);
QByteArray contentType(const ResultRow &row);
/// The content type without its parameters.
QByteArray mediaType(const ResultRow &row);
QByteArray finalUrl(const ResultRow &row);
QByteArray httpVersion(const ResultRow &row);
QByteArray remoteIp(const ResultRow &row);
QByteArray tlsVersion(const ResultRow &row);
QByteArray bodySha256(const ResultRow &row);
QString pageTitle(const ResultRow &row);
QString certificateIssuer(const ResultRow &row);
Moment certificateExpires(const ResultRow &row);
Moment startedAt(const ResultRow &row);
Time queueTime(const ResultRow &row);
Time dns(const ResultRow &row);
Time connectTime(const ResultRow &row);
Time tls(const ResultRow &row);
Time firstByte(const ResultRow &row);
Time total(const ResultRow &row);

} // namespace rollcall::rowvalue
