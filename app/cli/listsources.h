// SPDX-License-Identifier: MIT
// Reads the lists that a command line names and merges them into one.
#pragma once

#include "core/url/urlentry.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace rollcall::cli {

/// What all sources gave together.
struct LoadedLists {
    LoadedLists() = default;

    UrlList entries;          ///< in the order of the sources, each URL once
    qint64 duplicates = 0;    ///< dropped, within a source and across sources
    qint64 disabled = 0;      ///< dropped, because their list says that they are not to be checked
    QStringList rejected;     ///< "FILE:LINE: text: reason" for the first maximumShownRejects lines
    qint64 rejectedCount = 0; ///< all of them

    friend bool operator==(const LoadedLists &, const LoadedLists &) = default;
};

inline constexpr qsizetype maximumShownRejects = 20;

/// Reads \a sources, each a file of any import format, "-" for standard input, or one http(s) URL. A source
/// that gives no URL makes the whole fail, with one English sentence that names it, and so do sources whose
/// URLs are all disabled. Blocks while it reads.
std::variant<LoadedLists, QString> loadLists(const QStringList &sources);

} // namespace rollcall::cli
