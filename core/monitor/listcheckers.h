// SPDX-License-Identifier: MIT
// Checks the URLs of several lists, each as its list says.
#pragma once

#include "core/monitor/urlchecker.h"
#include "core/monitor/watchsettings.h"

#include <memory>
#include <vector>

namespace rollcall {

/// A LiveUrlChecker for each list. It must outlive its checks; one thread.
class ListCheckers final : public UrlChecker
{
public:
    /// A URL is called as the first of \a lists that has it says. Their retries are none: a failure is
    /// confirmed by a check of its own.
    explicit ListCheckers(const QList<WatchedList> &lists);

    /// \a entry is one of the lists'.
    async::Coroutine<CheckResult> check(UrlEntry entry) override;

private:
    std::vector<std::unique_ptr<LiveUrlChecker>> m_checkers;
    QHash<QByteArray, LiveUrlChecker *> m_byUrl;
};

} // namespace rollcall
