// SPDX-License-Identifier: MIT
// What the person wants to see of a list, and in which order, as a value.
#pragma once

#include "ui/facet.h"
#include "ui/rowfilter.h"
#include "ui/rowsorter.h"

#include <functional>
#include <vector>

namespace rollcall {

/// A filter, a facet and an order. Any thread may ask a copy of it.
struct RowQuery {
    using RowAt = std::function<const ResultRow &(int)>;

    RowFilter filter;
    Facet facet;
    Sorting sorting;

    /// Whether a row's result can change its place, or hide it.
    bool dependsOnResults() const;

    /// Those of the rows from \a first to \a last that pass filter and facet, in the order of the list. \a
    /// rowAt gives the row at a position. Many rows are looked at by several threads, while this one waits.
    std::vector<int> matchesAmong(int first, int last, const RowAt &rowAt) const;
    /// Those of the first \a count rows that pass, in the order that is wanted.
    std::vector<int> answer(int count, const RowAt &rowAt) const;
};

} // namespace rollcall
