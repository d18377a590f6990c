// SPDX-License-Identifier: MIT
// The open list: its rows, kept by the store and checked by the session.
#pragma once

#include "core/check/checksession.h"
#include "core/history/store.h"
#include "ui/listcommands.h"
#include "ui/resultmodel.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

namespace rollcall {

/// Keeps the model, the store and the session in step. Everything that changes the list goes through here.
class ListDocument : public QObject, private ListRows
{
    Q_OBJECT
public:
    /// \a session and \a store are borrowed and outlive this.
    ListDocument(CheckSession &session, Store &store, QObject *parent = nullptr);
    /// Hands what is not saved yet to the store.
    ~ListDocument() override;

    ResultModel &results() { return m_results; }
    UrlList entries() const;
    QList<qint64> ids() const;
    /// The entries with this outcome as their last result.
    QList<qint64> ids(Outcome outcome) const;
    /// What the list holds, in numbers.
    CheckProgress totals() const;

    /// The edits, to be undone and done again.
    QUndoStack &edits() { return m_edits; }

    /// Asks the store for the list; ready() follows.
    void load();
    /// Adds \a entries at the end. Not before ready().
    void add(const UrlList &entries);
    void remove(const QList<qint64> &ids);
    /// Asks for what is kept of the last answer of the entry with this id beside its row; answerReady()
    /// follows.
    void askForAnswer(qint64 id);
    /// Checks these entries. Ignored while a check is running, and for no entries.
    void check(const QList<qint64> &ids, const CheckSettings &settings);

Q_SIGNALS:
    /// The list has been loaded, or could not be, which the store says by itself.
    void ready();

    void answerReady(qint64 id, const rollcall::StoredAnswer &answer);

private:
    void onLoaded(const QList<StoredEntry> &entries);
    void onStarted(const QList<qsizetype> &indexes);
    void onResults(const QList<IndexedResult> &batch);
    void setReady();
    void save();
    void insertRows(const std::vector<ResultRow> &rows) override;
    std::vector<ResultRow> takeRows(const QList<qint64> &ids) override;

    CheckSession &m_session;
    Store &m_store;
    ResultModel m_results;
    QUndoStack m_edits;
    bool m_isReady = false;
    qint64 m_nextId;
    QList<qint64> m_runIds; ///< by index in the started list
    QList<StoredResult> m_unsaved;
    QTimer m_saveTimer;
};

} // namespace rollcall
