// SPDX-License-Identifier: MIT
// Keeps the file small: packs and rolls up what is no longer new, and drops what is too old.
#pragma once

#include "core/history/historyvalues.h"
#include "core/history/incidenttable.h"
#include "core/history/resulttable.h"
#include "core/history/rolluptable.h"
#include "core/history/runtable.h"

#include <QDateTime>

namespace rollcall {

/// The tables of an open file, borrowed.
struct UpkeepTables {
    Statements &statements;
    UrlIds &urls;
    ResultTable &results;
    RollUpTable &hours;
    RollUpTable &days;
    RunTable &runs;
    IncidentTable &incidents;
};

/// Works in slices of some tens of milliseconds, each a transaction of its own, so that whatever else is
/// asked of the file need not wait for long. Several processes may do it: each finds only what the others
/// have left.
class Upkeep
{
public:
    /// Results as old as this are packed and rolled up. Before that a local outage may still be noted.
    static constexpr std::chrono::minutes packedAfter{10};

    explicit Upkeep(UpkeepTables tables, const ErrorCodes &codes) : m_tables(tables), m_codes(codes) {}

    /// Works on a slice; whether there is more to do.
    Answer<bool> step(const QDateTime &now);

    Answer<Retention> retention();
    MaybeProblem setRetention(const Retention &retention);

private:
    enum class Stage { Pack, DropResults, DropRollUps, Shrink };
    struct Slice;

    MaybeProblem pack(qint64 nowMs, bool &isDone);
    MaybeProblem readSlice(qint64 nowMs, Slice &slice);
    MaybeProblem packUrl(const NumberedUrl &url, const QList<HistoryRecord> &records);
    MaybeProblem dropResults(qint64 nowMs, bool &isDone);
    MaybeProblem dropRollUps(qint64 nowMs, bool &isDone);
    MaybeProblem dropUrls(qint64 fromId, qint64 toId);
    MaybeProblem shrink(bool &isDone);

    UpkeepTables m_tables;
    const ErrorCodes &m_codes;
    Stage m_stage = Stage::Pack;
    qint64 m_nextUrl = 0; ///< where the stage goes on
};

} // namespace rollcall
