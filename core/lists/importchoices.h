// SPDX-License-Identifier: MIT
// What a person may say about how a source is to be read.
#pragma once

#include <QChar>
#include <QString>

#include <optional>

namespace rollcall {

/// How a person wants a source to be read. What is absent is found out from the source. Choices about tables
/// are passed over for other formats.
struct ImportChoices {
    ImportChoices() = default;

    QString formatName;                    ///< one of ListReader::formatName(); empty or unknown: recognised
    std::optional<QChar> separator;        ///< between the cells of a table
    std::optional<bool> hasHeader;         ///< whether the first record of a table names its columns
    std::optional<qsizetype> urlColumn;    ///< the column of URLs in a table, from 0
    std::optional<qsizetype> targetColumn; ///< the column that says where they shall lead; -1: there is none

    friend bool operator==(const ImportChoices &, const ImportChoices &) = default;
};

} // namespace rollcall
