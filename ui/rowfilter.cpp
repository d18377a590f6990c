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

constexpr bool sameLetter(char wanted, char here)
{
    return wanted == lowerAscii(here);
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
    static constexpr std::array columns = {ResultColumn::Url,        ResultColumn::Outcome,
                                           ResultColumn::HttpStatus, ResultColumn::Error,
                                           ResultColumn::Type,       ResultColumn::FinalUrl,
                                           ResultColumn::Address,    ResultColumn::Title,
                                           ResultColumn::Name,       ResultColumn::Group,
                                           ResultColumn::Tags,       ResultColumn::HttpVersion,
                                           ResultColumn::TlsVersion, ResultColumn::CertificateIssuer};
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

bool RowFilter::dependsOnResults() const
{
    return !matchesEverything() && !(m_column && resultColumn(*m_column).isOfTheList);
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
    const char *const first = m_ascii.constData();
    const qsizetype length = m_ascii.size();
    if (text.size() < length)
        return false;
    const char *const end = text.constData() + text.size() - length;
    for (const char *place = text.constData(); place <= end; ++place) {
        if (lowerAscii(*place) == *first && std::equal(first + 1, first + length, place + 1, sameLetter))
            return true;
    }
    return false;
}

} // namespace rollcall
