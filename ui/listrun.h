// SPDX-License-Identifier: MIT
// The check of a list: hands its results to the rows, if they are shown, and to the store.
#pragma once

#include "core/check/checksession.h"
#include "core/history/store.h"
#include "ui/resultmodel.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace rollcall {

/// One check at a time. It belongs to a list, which need not be the open one: what comes in meanwhile goes to
/// the store, and is shown when the list is opened again.
class ListRun : public QObject
{
    Q_OBJECT
public:
    /// All are borrowed and outlive this.
    ListRun(CheckSession &session, Store &store, ResultModel &results, QObject *parent = nullptr);
    /// Hands what is not saved yet to the store.
    ~ListRun() override;

    /// Checks these rows of the list with this id, which is the open one. Ignored while a check is running,
    /// and for no rows. \a total: see Store::beginCheck(); 0 for as many as there are rows.
    void start(qint64 listId, const std::vector<ResultRow> &rows, const CheckSettings &settings,
               qint64 total);
    /// Changes the limits of the running check, if it is one of this list.
    void setLimits(qint64 listId, const CheckLimits &limits);
    /// Ends the check, as the person wishes.
    void stop();
    /// Ends the check because the program ends: the next start can take it up where it was.
    void interrupt();
    bool isRunning() const { return m_session.isRunning(); }
    /// The list of the check that runs, or of the last one.
    qint64 listId() const { return m_listId; }

    /// Hands the results that the store does not have yet to it. By itself that is done every second.
    void save();
    /// Passes over what comes in for this entry: it is another one now.
    void forget(qint64 id);
    /// The rows are about to be those of another list.
    void leaveList();
    /// The rows are those of the list with this id.
    void enterList(qint64 listId);

Q_SIGNALS:
    /// Results of a list that is not the open one have been saved.
    void savedElsewhere();

private:
    struct Entry {
        Entry(qint64 entryId, bool hasOldResult) : id(entryId), hadResult(hasOldResult) {}
        qint64 id; ///< 0: forgotten
        bool hadResult;
        RowState state = RowState::Queued;
    };

    bool isShown() const { return m_isEntered && m_shownList == m_listId; }
    QList<qint64> idsIn(RowState state) const;
    void onStarted(const QList<qsizetype> &indexes);
    void onResults(const QList<IndexedResult> &batch);
    void onFinished();

    CheckSession &m_session;
    Store &m_store;
    ResultModel &m_results;
    qint64 m_listId = 0;
    qint64 m_shownList = 0;
    bool m_isEntered = false;
    bool m_isInterrupted = false;
    std::vector<Entry> m_entries; ///< by index in the started list
    QList<StoredResult> m_late;   ///< what came in while its list was being loaded
    QList<StoredResult> m_unsaved;
    QTimer m_saveTimer;
};

} // namespace rollcall
