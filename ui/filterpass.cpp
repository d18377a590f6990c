// SPDX-License-Identifier: MIT
#include "ui/filterpass.h"

#include <algorithm>
#include <optional>

namespace rollcall {

namespace {

/// A number that all rows share whose text in \a column is the same; none where there are as many texts as
/// rows.
std::optional<quintptr> valueOf(const ResultRow &row, ResultColumn column)
{
    if (column == ResultColumn::Outcome) {
        const auto state = quintptr(row.state);
        return row.state == RowState::Done ? quintptr(row.result->outcome()) << 8 | state : state;
    }
    if (!row.result)
        return quintptr(0);
    if (column == ResultColumn::HttpStatus)
        return quintptr(row.result->status()) + 1;
    if (column == ResultColumn::Error)
        return quintptr(row.result->error()) + 1;
    constexpr std::array ofServer = {ResultColumn::Type, ResultColumn::Address, ResultColumn::HttpVersion,
                                     ResultColumn::TlsVersion, ResultColumn::CertificateIssuer};
    if (std::ranges::find(ofServer, column) != ofServer.end())
        return reinterpret_cast<quintptr>(&row.result->server());
    return std::nullopt;
}

} // namespace

bool FilterPass::matches(const ResultRow &row)
{
    if (m_filter.matchesEverything())
        return true;
    if (m_filter.column())
        return matches(row, *m_filter.column());
    return std::ranges::any_of(RowFilter::searchableColumns(),
                               [&](ResultColumn column) { return matches(row, column); });
}

bool FilterPass::matches(const ResultRow &row, ResultColumn column)
{
    const bool isOfTheList = resultColumn(column).isOfTheList;
    const std::optional<quintptr> value = isOfTheList ? std::nullopt : valueOf(row, column);
    if (!value)
        return m_filter.matches(row, column);
    auto &known = m_known[std::size_t(column)];
    const auto found = known.constFind(*value);
    return found != known.constEnd() ? *found : *known.insert(*value, m_filter.matches(row, column));
}

} // namespace rollcall
