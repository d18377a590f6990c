// SPDX-License-Identifier: MIT
#include "core/history/watchtable.h"

namespace rollcall {

MaybeProblem WatchTable::keep(const QList<KeptAlert> &alerts, const QList<KeptMemory> &memories)
{
    return inTransaction(m_statements.connection(), [this, &alerts, &memories](const QSqlDatabase &) {
        return insert(alerts, memories);
    });
}

MaybeProblem WatchTable::insert(const QList<KeptAlert> &alerts, const QList<KeptMemory> &memories)
{
    for (const KeptAlert &alert : alerts) {
        if (MaybeProblem problem =
                m_statements.run("INSERT INTO kept_alerts (channel, alert_id, alert) VALUES (?, ?, ?) "
                                 "ON CONFLICT (channel, alert_id) DO NOTHING",
                                 alert.channel, alert.id, alert.json))
            return problem;
    }
    for (const KeptMemory &memory : memories) {
        if (MaybeProblem problem = m_statements.run(
                "INSERT OR REPLACE INTO watch_memories (url, memory) VALUES (?, ?)", memory.url, memory.json))
            return problem;
    }
    return std::nullopt;
}

MaybeProblem WatchTable::settle(const QString &channel, const QList<QByteArray> &ids)
{
    return inTransaction(
        m_statements.connection(), [this, &channel, &ids](const QSqlDatabase &) -> MaybeProblem {
            for (const QByteArray &id : ids) {
                if (MaybeProblem problem = m_statements.run(
                        "DELETE FROM kept_alerts WHERE channel = ? AND alert_id = ?", channel, id))
                    return problem;
            }
            return std::nullopt;
        });
}

MaybeProblem WatchTable::load(QList<KeptAlert> &alerts, QList<KeptMemory> &memories)
{
    Rows ofAlerts = m_statements.rows("SELECT channel, alert_id, alert FROM kept_alerts ORDER BY id");
    while (ofAlerts.next())
        alerts.append(KeptAlert(ofAlerts.text(0), ofAlerts.bytes(1), ofAlerts.bytes(2)));
    if (ofAlerts.problem())
        return ofAlerts.problem();
    Rows ofMemories = m_statements.rows("SELECT url, memory FROM watch_memories");
    while (ofMemories.next())
        memories.append(KeptMemory(ofMemories.bytes(0), ofMemories.bytes(1)));
    return ofMemories.problem();
}

} // namespace rollcall
