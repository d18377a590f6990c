// SPDX-License-Identifier: MIT
// How a URL has been doing for some months, in one answer.
#pragma once

#include "core/history/historyvalues.h"
#include "core/history/storeproblem.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace rollcall {

class HistoryFile;

/// What a status report says of one URL.
struct UrlStatus {
    UrlStatus() = default;

    QByteArray url;
    std::optional<HistoryResult> last; ///< the last result that is still there
    UptimeSummary uptime;
    QList<Availability> days;  ///< one a day in UTC, also where nothing was checked; the last one is today
    QList<Incident> incidents; ///< that touch these days, the last one first

    friend bool operator==(const UrlStatus &, const UrlStatus &) = default;
};

/// Reads it for \a days days that end with that of \a now. A URL that the history does not know has nothing
/// to tell. In the thread of \a file; blocks.
Answer<UrlStatus> readUrlStatus(HistoryFile &file, const QByteArray &url, const QDateTime &now, int days);

} // namespace rollcall
