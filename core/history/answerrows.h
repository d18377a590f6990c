// SPDX-License-Identifier: MIT
// The rows of the table last_answers: what the store keeps of an entry's last answer for those who look at
// it.
#pragma once

#include "core/history/database.h"
#include "core/history/storedanswer.h"

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

/// Reads the answer of an entry; an empty one if there is none.
MaybeProblem read(const QSqlDatabase &connection, qint64 entryId, StoredAnswer &answer);

} // namespace rollcall::answerrows
