// SPDX-License-Identifier: MIT
#include "core/history/historyfile.h"

namespace rollcall {

HistoryFile::HistoryFile(const QString &path)
    : m_database(path, Database::Sharing::Shared),
      m_urls(m_statements),
      m_results(m_statements, m_codes, m_urls),
      m_hours(m_statements, RollUpTable::Length::Hour),
      m_days(m_statements, RollUpTable::Length::Day),
      m_runs(m_statements),
      m_incidents(m_statements, m_codes, m_urls),
      m_urlHistory(m_statements, m_urls, m_results, m_hours, m_days),
      m_upkeep({m_statements, m_urls, m_results, m_hours, m_days, m_runs, m_incidents}, m_codes)
{
}

MaybeProblem HistoryFile::open()
{
    if (MaybeProblem problem = m_database.open())
        return problem;
    m_statements.use(m_database.connection());
    return loadErrorCodes();
}

MaybeProblem HistoryFile::loadErrorCodes()
{
    qint64 known = 0;
    if (MaybeProblem problem =
            askNumber(m_statements.connection(), QStringLiteral("SELECT count(*) FROM error_codes"), known))
        return problem;
    // One more than the kinds that fail: None has no slug.
    if (known + 1 < qint64(errorKinds().size())) {
        MaybeProblem problem = write([this]() -> MaybeProblem {
            for (const ErrorKindInfo &kind : errorKinds()) {
                if (kind.kind == ErrorKind::None)
                    continue;
                if (MaybeProblem failure =
                        m_statements.run("INSERT OR IGNORE INTO error_codes (slug) VALUES (?)",
                                         QString::fromLatin1(kind.slug)))
                    return failure;
            }
            return std::nullopt;
        });
        if (problem)
            return problem;
    }
    Rows rows = m_statements.rows("SELECT id, slug FROM error_codes");
    while (rows.next())
        m_codes.add(rows.number(0), rows.text(1).toLatin1());
    return rows.problem();
}

// Runs body() in one transaction.
template <class Body>
MaybeProblem HistoryFile::write(Body body)
{
    MaybeProblem problem =
        inTransaction(m_statements.connection(), [&](const QSqlDatabase &) { return body(); });
    if (problem)
        m_urls.forget();
    return problem;
}

MaybeProblem HistoryFile::beginRun(const RunStart &start, qint64 &id)
{
    return write([&] { return m_runs.begin(start, id); });
}

MaybeProblem HistoryFile::addResults(qint64 run, const QDateTime &began, const QList<HistoryResult> &results)
{
    const qint64 beganMs = began.toMSecsSinceEpoch();
    return write([&]() -> MaybeProblem {
        for (const HistoryResult &each : results) {
            if (each.result.outcome == Outcome::Cancelled)
                continue;
            qint64 urlId = 0;
            if (MaybeProblem problem = m_urls.findOrAdd(each.result.url, urlId))
                return problem;
            const qint64 at = each.result.startedAt ? each.result.startedAt->toMSecsSinceEpoch() : beganMs;
            if (MaybeProblem problem = m_results.add(urlId, HistoryRecord(run, at, each)))
                return problem;
        }
        return std::nullopt;
    });
}

MaybeProblem HistoryFile::endRun(qint64 run, const QDateTime &ended, const CheckProgress &counts)
{
    return write([&] { return m_runs.end(run, ended, counts); });
}

MaybeProblem HistoryFile::beginIncident(const Incident &incident)
{
    return write([&] { return m_incidents.begin(incident); });
}

MaybeProblem HistoryFile::endIncident(const QByteArray &url, const QDateTime &ended)
{
    return write([&] { return m_incidents.end(url, ended); });
}

MaybeProblem HistoryFile::noteLocalOutage(const QDateTime &began, const QDateTime &ended)
{
    return write([&] {
        return LocalOutages::note(m_statements, began.toMSecsSinceEpoch(), ended.toMSecsSinceEpoch());
    });
}

MaybeProblem HistoryFile::flush()
{
    return execute(m_statements.connection(), QStringLiteral("PRAGMA wal_checkpoint"),
                   StoreFailure::CannotWrite);
}

Answer<std::optional<StoredRun>>
HistoryFile::visitRun(qint64 id, const std::function<bool(const HistoryResult &)> &visit)
{
    Answer<std::optional<StoredRun>> found = m_runs.find(id);
    const auto *run = std::get_if<std::optional<StoredRun>>(&found);
    if (run == nullptr || !*run)
        return found;
    // One view of the file: results may be packed by another process meanwhile.
    Transaction view(m_statements.connection());
    if (MaybeProblem problem = view.beginReading())
        return *problem;
    if (MaybeProblem problem = m_results.visitRun(**run, visit))
        return *problem;
    return found;
}

} // namespace rollcall
