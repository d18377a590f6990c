// SPDX-License-Identifier: MIT
// Puts results that complete in any order back into the order of the list.
#pragma once

#include "core/check/checkresult.h"

#include <functional>
#include <map>

namespace rollcall::cli {

/// Holds back what came early, and nothing else: each result is passed on as soon as all before it were.
class OrderedResults
{
public:
    explicit OrderedResults(std::function<void(const CheckResult &)> sink);

    /// Each index from 0 on is to be added exactly once.
    void add(IndexedResult result);
    /// Results that wait for an earlier one.
    qsizetype held() const { return qsizetype(m_early.size()); }

private:
    std::function<void(const CheckResult &)> m_sink;
    std::map<qsizetype, CheckResult> m_early;
    qsizetype m_next = 0;
};

} // namespace rollcall::cli
