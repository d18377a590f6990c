// SPDX-License-Identifier: MIT
// What a list may say about one of its URLs beyond the URL itself.
#pragma once

#include "core/url/redirecttarget.h"
#include "core/url/statusranges.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>

namespace rollcall {

/// The name and the value of a request header.
using HeaderField = std::pair<QByteArray, QByteArray>;

/// Whatever is empty or absent was not said: the settings of the check apply.
struct EntryDetails {
    EntryDetails() = default;

    QString name;
    QString group; ///< folders within folders are joined by " / "
    QStringList tags;
    QString note;
    bool isDisabled = false; ///< kept in the list, and not checked with it
    QByteArray method;       ///< upper case, for example "POST"; empty also for GET
    QByteArray body;         ///< of the request
    QList<HeaderField> headers;
    StatusRanges statuses;                              ///< those that count as a success
    std::optional<RedirectTarget> target;               ///< where it shall lead
    std::optional<std::chrono::milliseconds> interval;  ///< between two checks
    std::optional<std::chrono::milliseconds> timeLimit; ///< for one check

    friend bool operator==(const EntryDetails &, const EntryDetails &) = default;
};

/// Those of a URL of which nothing was said.
inline const EntryDetails &noDetails()
{
    static const EntryDetails none;
    return none;
}

} // namespace rollcall
