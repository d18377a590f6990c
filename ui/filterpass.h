// SPDX-License-Identifier: MIT
// One pass of a filter over many rows, which looks at what many of them have in common only once.
#pragma once

#include "ui/rowfilter.h"

#include <QHash>

#include <array>

namespace rollcall {

/// Answers as RowFilter::matches() does, in a tenth of the time: a list has a million rows, but only a few
/// outcomes, errors, statuses and servers. One thread; the rows' results must not go away meanwhile.
class FilterPass
{
public:
    /// \a filter is borrowed and outlives this.
    explicit FilterPass(const RowFilter &filter) : m_filter(filter) {}

    bool matches(const ResultRow &row);

private:
    bool matches(const ResultRow &row, ResultColumn column);

    const RowFilter &m_filter;
    std::array<QHash<quintptr, bool>, std::size_t(ResultColumn::Tags) + 1> m_known; ///< by column, by value
};

} // namespace rollcall
