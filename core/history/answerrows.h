// SPDX-License-Identifier: MIT
// The rows of the table last_answers: what the store keeps of an entry's last answer for those who look at
// it.
#pragma once

#include "core/history/database.h"
#include "core/history/storedanswer.h"

#include <QList>

namespace rollcall::answerrows {

/// Sets the answer of the entry with this id, if that is still there; an empty one removes it.
class Writer
{
public:
    explicit Writer(const QSqlDatabase &connection);
    MaybeProblem prepare();
    MaybeProblem write(qint64 entryId, const StoredAnswer &answer);

private:
    QSqlQuery m_insert;
    QSqlQuery m_remove;
};

/// Keeps the answers of entries that are about to be removed or changed, until the file is closed.
MaybeProblem setAside(const QSqlDatabase &connection, const QList<qint64> &ids);
/// Gives entries back what was set aside, if their results are again those that it belongs to.
MaybeProblem restore(const QSqlDatabase &connection, const QList<qint64> &ids);

/// Reads the answer of an entry; an empty one if there is none.
MaybeProblem read(const QSqlDatabase &connection, qint64 entryId, StoredAnswer &answer);

} // namespace rollcall::answerrows
