// SPDX-License-Identifier: MIT
// The runs in the file.
#pragma once

#include "core/history/historyvalues.h"
#include "core/history/statements.h"

#include <QHash>
#include <QList>

namespace rollcall {

class RunTable
{
public:
    explicit RunTable(Statements &statements) : m_statements(statements) {}

    /// Sets \a id to the new run's.
    MaybeProblem begin(const RunStart &start, qint64 &id);
    MaybeProblem end(qint64 id, const QDateTime &ended, const CheckProgress &counts);
    /// The last runs, at most \a most, the last one first.
    Answer<QList<StoredRun>> latest(int most);
    /// The run with this number, if it is there.
    Answer<std::optional<StoredRun>> find(qint64 id);
    /// How the checks ended that were made in runs of each of the store's lists, by its id, of those runs
    /// that began at \a from or later and have ended.
    Answer<QHash<qint64, Availability>> countsByList(const QDateTime &from);
    /// Drops those that began before \a ms (since 1970, UTC).
    MaybeProblem drop(qint64 ms);

private:
    Statements &m_statements;
};

} // namespace rollcall
