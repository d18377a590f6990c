// SPDX-License-Identifier: MIT
#include "ui/rowfilter.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

} // namespace

RowFilter::RowFilter(QString text, std::optional<ResultColumn> column, bool regularExpression)
    : m_text(std::move(text)),
      m_column(column),
      m_isRegularExpression(regularExpression)
{
    if (m_isRegularExpression) {
        m_expression = QRegularExpression(m_text, QRegularExpression::CaseInsensitiveOption);
        m_expression.optimize();
    } else if (isAscii(m_text)) {
        m_ascii = m_text.toLower().toLatin1();
    }
}

std::span<const ResultColumn> RowFilter::searchableColumns()
{
    static constexpr std::array columns = {
        ResultColumn::Url,  ResultColumn::Outcome,  ResultColumn::HttpStatus, ResultColumn::Error,
        ResultColumn::Type, ResultColumn::FinalUrl, ResultColumn::Address};
    return columns;
}

QString RowFilter::error() const
{
    if (!m_isRegularExpression || m_expression.isValid())
        return {};
    return QStringLiteral("%1, %2")
        .arg(m_expression.errorString())
        .arg(m_expression.patternErrorOffset() + 1);
}

bool RowFilter::matches(const ResultRow &row) const
{
    if (matchesEverything())
        return true;
    if (m_column)
        return matches(row, *m_column);
    return std::ranges::any_of(searchableColumns(),
                               [&](ResultColumn column) { return matches(row, column); });
}

bool RowFilter::dependsOnResults() const
{
    return !matchesEverything() && m_column != ResultColumn::Url;
}

bool RowFilter::matches(const ResultRow &row, ResultColumn column) const
{
    if (column == ResultColumn::Url && !m_ascii.isEmpty())
        return matchesAscii(row.entry.url);
    const QString text = resultColumn(column).text(row);
    return m_isRegularExpression ? m_expression.match(text).hasMatch()
                                 : text.contains(m_text, Qt::CaseInsensitive);
}

bool RowFilter::matchesAscii(const QByteArray &text) const
{
    const auto sameLetter = [](char here, char wanted) { return lowerAscii(here) == wanted; };
    return std::search(text.begin(), text.end(), m_ascii.begin(), m_ascii.end(), sameLetter) != text.end();
}

} // namespace rollcall
