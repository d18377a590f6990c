// SPDX-License-Identifier: MIT
#include "core/history/incidenttable.h"

namespace rollcall {

MaybeProblem IncidentTable::begin(const Incident &incident)
{
    qint64 urlId = 0;
    if (MaybeProblem problem = m_urls.findOrAdd(incident.url, urlId))
        return problem;
    return m_statements.run("INSERT OR IGNORE INTO incidents (url_id, began_ms, ended_ms, error, detail) "
                            "VALUES (?, ?, ?, ?, COALESCE(?, ''))",
                            urlId, incident.began.toMSecsSinceEpoch(),
                            incident.ended ? QVariant(incident.ended->toMSecsSinceEpoch()) : QVariant(),
                            m_codes.codeOf(incident.reason.kind), incident.reason.detail);
}

MaybeProblem IncidentTable::end(const QByteArray &url, const QDateTime &ended)
{
    qint64 urlId = 0;
    if (MaybeProblem problem = m_urls.find(url, urlId))
        return problem;
    return m_statements.run("UPDATE incidents SET ended_ms = max(began_ms, ?) "
                            "WHERE url_id = ? AND ended_ms IS NULL",
                            ended.toMSecsSinceEpoch(), urlId);
}

Answer<QList<Incident>> IncidentTable::all(const QDateTime &from, const QDateTime &to, int most)
{
    Rows rows = m_statements.rows(
        "SELECT u.url, i.began_ms, i.ended_ms, i.error, i.detail FROM incidents i JOIN urls u ON u.id = "
        "i.url_id "
        "WHERE i.began_ms < ? AND (i.ended_ms IS NULL OR i.ended_ms >= ?) ORDER BY i.began_ms DESC LIMIT ?",
        to.toMSecsSinceEpoch(), from.toMSecsSinceEpoch(), most);
    return read(rows);
}

Answer<QList<Incident>> IncidentTable::of(const QByteArray &url, const QDateTime &from, const QDateTime &to,
                                          int most)
{
    qint64 urlId = 0;
    if (const MaybeProblem problem = m_urls.find(url, urlId))
        return *problem;
    Rows rows =
        m_statements.rows("SELECT u.url, i.began_ms, i.ended_ms, i.error, i.detail FROM incidents i JOIN "
                          "urls u ON u.id = i.url_id "
                          "WHERE i.url_id = ? AND i.began_ms < ? AND (i.ended_ms IS NULL OR i.ended_ms >= ?) "
                          "ORDER BY i.began_ms DESC LIMIT ?",
                          urlId, to.toMSecsSinceEpoch(), from.toMSecsSinceEpoch(), most);
    return read(rows);
}

Answer<QList<Incident>> IncidentTable::lasting()
{
    Rows rows = m_statements.rows("SELECT u.url, i.began_ms, i.ended_ms, i.error, i.detail FROM incidents i "
                                  "JOIN urls u ON u.id = i.url_id "
                                  "WHERE i.ended_ms IS NULL ORDER BY i.began_ms DESC");
    return read(rows);
}

MaybeProblem IncidentTable::drop(qint64 ms)
{
    return m_statements.run("DELETE FROM incidents WHERE ended_ms < ?", ms);
}

Answer<QList<Incident>> IncidentTable::read(Rows &rows) const
{
    constexpr int beganColumn = 1;
    constexpr int endedColumn = 2;
    constexpr int errorColumn = 3;
    constexpr int detailColumn = 4;
    QList<Incident> incidents;
    while (rows.next()) {
        Incident &incident = incidents.emplace_back(
            rows.bytes(0), QDateTime::fromMSecsSinceEpoch(rows.number(beganColumn), Qt::UTC),
            Reason(m_codes.kindOf(rows.number(errorColumn)), rows.text(detailColumn)));
        if (!rows.isNull(endedColumn))
            incident.ended = QDateTime::fromMSecsSinceEpoch(rows.number(endedColumn), Qt::UTC);
    }
    if (rows.problem())
        return *rows.problem();
    return incidents;
}

} // namespace rollcall
