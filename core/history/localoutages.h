// SPDX-License-Identifier: MIT
// The times for which this computer had no network.
#pragma once

#include "core/history/statements.h"

#include <map>

namespace rollcall {

/// What was checked in an outage says nothing about a URL. Moments are milliseconds since 1970, UTC.
class LocalOutages
{
public:
    /// Reads those that reach beyond \a fromMs.
    MaybeProblem load(Statements &statements, qint64 fromMs);
    bool contain(qint64 ms) const;

    /// Adds an outage, or prolongs the one that began at the same time.
    static MaybeProblem note(Statements &statements, qint64 beganMs, qint64 endedMs);
    /// Drops those that ended before \a ms.
    static MaybeProblem drop(Statements &statements, qint64 ms);

private:
    std::map<qint64, qint64> m_outages; ///< the end, by the beginning; they may overlap
};

} // namespace rollcall
