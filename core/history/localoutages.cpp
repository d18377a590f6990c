// SPDX-License-Identifier: MIT
#include "core/history/localoutages.h"

#include <algorithm>

namespace rollcall {

MaybeProblem LocalOutages::load(Statements &statements, qint64 fromMs)
{
    Rows rows = statements.rows("SELECT began_ms, ended_ms FROM local_outages WHERE ended_ms >= ?", fromMs);
    while (rows.next())
        m_outages.emplace(rows.number(0), rows.number(1));
    return rows.problem();
}

bool LocalOutages::contain(qint64 ms) const
{
    const auto later = m_outages.upper_bound(ms);
    return std::any_of(m_outages.begin(), later, [ms](const auto &outage) { return ms <= outage.second; });
}

MaybeProblem LocalOutages::note(Statements &statements, qint64 beganMs, qint64 endedMs)
{
    return statements.run("INSERT INTO local_outages (began_ms, ended_ms) VALUES (?, ?) "
                          "ON CONFLICT (began_ms) DO UPDATE SET ended_ms = max(ended_ms, excluded.ended_ms)",
                          beganMs, endedMs);
}

MaybeProblem LocalOutages::drop(Statements &statements, qint64 ms)
{
    return statements.run("DELETE FROM local_outages WHERE ended_ms < ?", ms);
}

} // namespace rollcall
