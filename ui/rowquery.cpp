// SPDX-License-Identifier: MIT
#include "ui/rowquery.h"

#include "ui/filterpass.h"

#include <QThread>

#include <algorithm>
#include <future>

namespace rollcall {

namespace {

// From so many rows on it pays to wake other threads.
constexpr int rowsForThreads = 20'000;

} // namespace

bool RowQuery::dependsOnResults() const
{
    return rollcall::dependsOnResults(sorting) || filter.dependsOnResults() || facet.dependsOnResults();
}

std::vector<int> RowQuery::matchesAmong(int first, int last, const RowAt &rowAt) const
{
    const auto look = [this, &rowAt](int from, int to) {
        FilterPass pass(filter);
        std::vector<int> rows;
        for (int row = from; row <= to; ++row) {
            if (facet.matches(rowAt(row)) && pass.matches(rowAt(row)))
                rows.push_back(row);
        }
        return rows;
    };
    const int count = last - first + 1;
    if (count < rowsForThreads)
        return look(first, last);
    const int share = count / std::max(1, QThread::idealThreadCount()) + 1;
    std::vector<std::future<std::vector<int>>> parts;
    for (int from = first; from <= last; from += share)
        parts.push_back(std::async(std::launch::async, look, from, std::min(from + share - 1, last)));
    std::vector<int> rows;
    for (auto &part : parts) {
        const std::vector<int> found = part.get();
        rows.insert(rows.end(), found.begin(), found.end());
    }
    return rows;
}

std::vector<int> RowQuery::answer(int count, const RowAt &rowAt) const
{
    std::vector<int> rows = matchesAmong(0, count - 1, rowAt);
    sortRows(rows, sorting, rowAt);
    return rows;
}

} // namespace rollcall
