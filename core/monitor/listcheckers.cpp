// SPDX-License-Identifier: MIT
#include "core/monitor/listcheckers.h"

namespace rollcall {

ListCheckers::ListCheckers(const QList<WatchedList> &lists)
{
    for (const WatchedList &list : lists) {
        CheckSettings settings = list.settings;
        settings.retries = 0;
        m_checkers.push_back(std::make_unique<LiveUrlChecker>(std::move(settings)));
        for (const UrlEntry &entry : list.entries) {
            if (!m_byUrl.contains(entry.url))
                m_byUrl.insert(entry.url, m_checkers.back().get());
        }
    }
}

async::Coroutine<CheckResult> ListCheckers::check(UrlEntry entry)
{
    LiveUrlChecker *const checker = m_byUrl.value(entry.url);
    Q_ASSERT(checker != nullptr);
    return checker->check(std::move(entry));
}

} // namespace rollcall
