// SPDX-License-Identifier: MIT
// Which rows the person wants to see: a text or a regular expression, in one column or in any.
#pragma once

#include "ui/resultcolumns.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <optional>
#include <span>

namespace rollcall {

/// A filter as a value. Upper and lower case are the same to it.
class RowFilter
{
public:
    /// Matches every row.
    RowFilter() = default;
    /// Rows that hold \a text in \a column, or in any searchable column; an empty text matches every row.
    RowFilter(QString text, std::optional<ResultColumn> column, bool regularExpression);

    /// The columns that can be chosen, and that "any column" stands for: those that hold words, not
    /// measurements.
    static std::span<const ResultColumn> searchableColumns();

    /// Why the regular expression is none, in English and with the position; empty when it is valid.
    QString error() const;
    const QString &text() const { return m_text; }
    const std::optional<ResultColumn> &column() const { return m_column; }
    bool isRegularExpression() const { return m_isRegularExpression; }

    bool matchesEverything() const { return m_text.isEmpty(); }
    /// Whether a row's result can change what matches() says of it.
    bool dependsOnResults() const;

    /// Whether \a row holds the text in \a column, be that the one or not; FilterPass asks about rows.
    bool matches(const ResultRow &row, ResultColumn column) const;

private:
    bool matchesAscii(const QByteArray &text) const;

    QString m_text;
    std::optional<ResultColumn> m_column;
    bool m_isRegularExpression = false;
    QRegularExpression m_expression;
    QByteArray
        m_ascii; ///< the text in lower case, where it is ASCII: URLs are compared without decoding them
};

} // namespace rollcall
