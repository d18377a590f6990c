// SPDX-License-Identifier: MIT
// The table's columns: for each its header, text, sort key, alignment and tooltip, in one table.
#pragma once

#include "ui/resultrow.h"

#include <QByteArray>
#include <QString>
#include <Qt>

#include <optional>
#include <span>
#include <variant>

namespace rollcall {

/// The columns in their order at first. A new one is one line here and one in the table.
enum class ResultColumn {
    Outcome,
    Url,
    HttpStatus,
    Bytes,
    Time,
    Type,
    Error,
    FinalUrl,
    Transferred,
    Redirects,
    Queue,
    NameLookup,
    Connect,
    Tls,
    FirstByte,
    HttpVersion,
    Address,
    TlsVersion,
    CertificateExpires,
    Attempts,
    Checked,
    Hash,
    Title,
    CertificateIssuer,
    Name,
    Group,
    Tags,
    Uptime,
    Trend,
};

/// What a column sorts by: a number, a text compared byte by byte, or nothing where no value is known.
using SortKey = std::variant<std::monostate, qint64, QByteArray>;

/// One column. The functions are cheap, hold no state and may be called in any thread.
struct ResultColumnInfo {
    const char *id;     ///< for the settings file: never changes
    const char *header; ///< English; translated in the context "ResultColumn"
    const char *help;   ///< one English sentence, translated likewise
    ResultColumn column;
    bool shownAtFirst;
    bool isOfTheList; ///< no result changes it
    Qt::AlignmentFlag alignment;
    int characters; ///< width at first, in average characters
    SortKey (*sortKey)(const ResultRow &row);
    QString (*text)(const ResultRow &row);
    QString (*toolTip)(const ResultRow &row);           ///< null: the text
    std::optional<double> (*bar)(const ResultRow &row); ///< from 0 to 1; null: the cell has no bar
    const char *reportColumn; ///< its counterpart among reportColumns(); null: reports have none
};

/// All columns, in the order of the enumeration.
std::span<const ResultColumnInfo> resultColumns();
const ResultColumnInfo &resultColumn(ResultColumn column);
inline constexpr int columnOf(ResultColumn column)
{
    return int(column);
}

QString columnHeader(const ResultColumnInfo &column);
QString columnHelp(const ResultColumnInfo &column);

} // namespace rollcall
