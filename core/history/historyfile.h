// SPDX-License-Identifier: MIT
// The history in one open file.
#pragma once

#include "core/history/database.h"
#include "core/history/incidenttable.h"
#include "core/history/resulttable.h"
#include "core/history/rolluptable.h"
#include "core/history/runtable.h"
#include "core/history/upkeep.h"
#include "core/history/urlhistory.h"

#include <functional>

namespace rollcall {

/// What History does on its thread, and what its queries are given. To be made, used and destroyed in one
/// thread; every call blocks. Nothing but open() may be called before open() has succeeded.
class HistoryFile
{
public:
    explicit HistoryFile(const QString &path);

    /// Creates the file where there is none. Other processes may have it open.
    MaybeProblem open();

    /// Sets \a id to the new run's.
    MaybeProblem beginRun(const RunStart &start, qint64 &id);
    /// \a began is the run's. Cancelled results are passed over.
    MaybeProblem addResults(qint64 run, const QDateTime &began, const QList<HistoryResult> &results);
    MaybeProblem endRun(qint64 run, const QDateTime &ended, const CheckProgress &counts);
    MaybeProblem beginIncident(const Incident &incident);
    MaybeProblem endIncident(const QByteArray &url, const QDateTime &ended);
    MaybeProblem noteLocalOutage(const QDateTime &began, const QDateTime &ended);
    /// Makes what was written so far survive a failure of power.
    MaybeProblem flush();

    /// Queries.
    UrlHistory &urls() { return m_urlHistory; }
    RunTable &runs() { return m_runs; }
    IncidentTable &incidents() { return m_incidents; }
    /// Gives the results of the run with this number in the order of its list, until \a visit returns false.
    /// The answer is the run; nothing if there is none.
    Answer<std::optional<StoredRun>> visitRun(qint64 id,
                                              const std::function<bool(const HistoryResult &)> &visit);

    Upkeep &upkeep() { return m_upkeep; }

private:
    MaybeProblem loadErrorCodes();
    template <class Body>
    MaybeProblem write(Body body);

    Database m_database;
    Statements m_statements;
    ErrorCodes m_codes;
    UrlIds m_urls;
    ResultTable m_results;
    RollUpTable m_hours;
    RollUpTable m_days;
    RunTable m_runs;
    IncidentTable m_incidents;
    UrlHistory m_urlHistory;
    Upkeep m_upkeep;
};

} // namespace rollcall
