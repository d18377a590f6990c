// SPDX-License-Identifier: MIT
// The open list: its rows, kept by the store and checked by the session.
#pragma once

#include "core/check/checksession.h"
#include "core/history/store.h"
#include "ui/listcommands.h"
#include "ui/listrun.h"
#include "ui/resultmodel.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace rollcall {

/// Keeps the model, the store and the session in step. Everything that changes the entries of a list goes
/// through here. A check goes on when another list is opened.
class ListDocument : public QObject, private ListRows
{
    Q_OBJECT
public:
    /// \a session and \a store are borrowed and outlive this.
    ListDocument(CheckSession &session, Store &store, QObject *parent = nullptr);

    ResultModel &results() { return m_results; }
    const ResultModel &results() const { return m_results; }
    /// The check that runs, or the last one.
    ListRun &run() { return m_run; }

    UrlList entries() const;
    QList<qint64> ids() const;
    /// The entries that are checked with the list: all that are not disabled.
    QList<qint64> idsToCheck() const;
    /// Those of them with this outcome as their last result.
    QList<qint64> idsToCheck(Outcome outcome) const;
    /// What the list holds, in numbers.
    CheckProgress totals() const;

    /// The edits, to be undone and done again.
    QUndoStack &edits() { return m_edits; }

    /// Shows the list with this id as soon as the store has given it; ready() follows.
    void open(qint64 listId);
    /// The list that was opened last.
    qint64 listId() const { return m_listId; }
    bool isReady() const { return m_isReady; }
    /// Ids for \a count new entries: the first of them. Never gives one twice.
    qint64 takeIds(qint64 count);
    /// Ids up to \a id are used already.
    void skipIdsTo(qint64 id);

    /// Adds \a entries at the end. Not before ready(), as all edits.
    void add(const UrlList &entries);
    void remove(const QList<qint64> &ids);
    /// Asks for what is kept of the last answer of the entry with this id beside its row; answerReady()
    /// follows.
    void askForAnswer(qint64 id);
    /// Moves or copies these entries to the list \a to, which is called \a name.
    void moveTo(qint64 to, const QString &name, const QList<qint64> &ids);
    void copyTo(qint64 to, const QString &name, const QList<qint64> &ids);
    /// Gives an entry another URL, in its canonical form. It has no result then.
    void setUrl(qint64 id, const QByteArray &url);
    /// Calls \a change for the details of each of these entries; \a text is what the edit is called. Nothing
    /// is done where nothing changes.
    void changeDetails(const QList<qint64> &ids, const std::function<void(EntryDetails &)> &change,
                       const QString &text);
    /// Checks these entries. Ignored while a check is running, and for no entries. \a total is how many there
    /// were at first, where an interrupted check goes on.
    void check(const QList<qint64> &ids, const CheckSettings &settings, qint64 total = 0);
    /// Keeps results of the list with this id that came by another way than check(), and shows them if it is
    /// the open one.
    void addResults(qint64 listId, const QList<StoredResult> &results);

Q_SIGNALS:
    /// The list has been loaded, or could not be, which the store says by itself.
    void ready();
    /// Entries of another list than the open one have come or gone, or have other results.
    void otherListChanged();

    void answerReady(qint64 id, const rollcall::StoredAnswer &answer);

private:
    void onLoaded(const QList<StoredEntry> &entries, qint64 listId);
    void setReady();
    void insertRows(const std::vector<ResultRow> &rows) override;
    std::vector<ResultRow> takeRows(const QList<qint64> &ids) override;
    std::vector<ResultRow> moveRowsTo(qint64 listId, const QList<qint64> &ids) override;
    void moveRowsHere(const std::vector<ResultRow> &rows) override;
    void addRowsTo(qint64 listId, const std::vector<ResultRow> &rows) override;
    void removeRowsFrom(qint64 listId, const QList<qint64> &ids) override;
    void changeDetails(const QList<StoredEntry> &entries) override;
    void replaceRow(const ResultRow &row) override;
    std::vector<ResultRow> copiesOf(const QList<qint64> &ids) const;

    Store &m_store;
    ResultModel m_results;
    ListRun m_run;
    QUndoStack m_edits;
    qint64 m_listId = StoredList::firstId;
    bool m_isReady = false;
    bool m_isLoading = false;
    QList<StoredResult> m_late; ///< what addResults() was given while the list was being loaded
    qint64 m_nextId;
};

} // namespace rollcall
