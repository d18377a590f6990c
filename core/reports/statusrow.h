// SPDX-License-Identifier: MIT
// The rows of a status report: how a URL is doing, and when it was down.
#pragma once

#include "core/history/urlstatus.h"

#include <QByteArray>

#include <optional>

namespace rollcall {

/// \a moment in UTC, to the minute.
QByteArray minuteText(const QDateTime &moment);

/// The table of the URLs up to its first row; the strips show \a days days.
QByteArray statusTableBegin(int days);
/// A row of it. \a url is valid UTF-8, with its secrets masked where they are to be.
QByteArray statusRow(const UrlStatus &status, const QByteArray &url, const QDateTime &now);

QByteArray incidentTableBegin();
/// A row of it; \a url and \a detail as above. An incident that lasts has lasted until \a now.
QByteArray incidentRow(const Incident &incident, const QByteArray &url, const QByteArray &detail,
                       const QDateTime &now);

/// A mark for each of \a days, of which the last one is that of \a now: low where no check failed, higher
/// where some did, highest where one in twenty did or more, a dot where nothing was checked.
QByteArray dayStrip(const QList<Availability> &days, const QDateTime &now);

/// "99.95 %", never rounded up to the whole; empty for nothing.
QByteArray htmlUptime(std::optional<double> part);
/// "45 s", "12 min", "3 h 20 min", "2 d 4 h".
QByteArray htmlSpan(std::chrono::milliseconds time);

} // namespace rollcall
