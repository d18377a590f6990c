// SPDX-License-Identifier: MIT
#include "app/cli/orderedresults.h"

namespace rollcall::cli {

OrderedResults::OrderedResults(std::function<void(const CheckResult &)> sink) : m_sink(std::move(sink)) {}

void OrderedResults::add(IndexedResult result)
{
    // No report has these, and many results may have to wait.
    result.result.fetch.responseHeaders.clear();
    result.result.fetch.certificates.clear();
    if (result.index != m_next) {
        m_early.emplace(result.index, std::move(result.result));
        return;
    }
    m_sink(result.result);
    ++m_next;
    while (!m_early.empty() && m_early.begin()->first == m_next) {
        const auto node = m_early.extract(m_early.begin());
        m_sink(node.mapped());
        ++m_next;
    }
}

} // namespace rollcall::cli
