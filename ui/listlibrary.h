// SPDX-License-Identifier: MIT
// All lists: which one is open, and what can be done with them.
#pragma once

#include "core/history/store.h"
#include "ui/librarycommands.h"
#include "ui/listsmodel.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace rollcall {

class ListDocument;

/// Keeps the lists in the model and in the store in step, and opens them in the document. What is edited here
/// is undone with the edits of the document.
class ListLibrary : public QObject, private ListShelf
{
    Q_OBJECT
public:
    /// \a store and \a document are borrowed and outlive this.
    ListLibrary(Store &store, ListDocument &document, QObject *parent = nullptr);

    ListsModel &model() { return m_model; }
    const ListsModel &model() const { return m_model; }
    /// The open list.
    const StoredList &current() const { return m_model.at(m_model.rowOf(m_currentId)); }
    /// The lists other than the open one.
    QList<StoredList> others() const;

    /// Asks the store for the lists and opens the one with the id \a preferred, or else the first.
    void load(qint64 preferred);
    /// Opens the list with this id, if there is one.
    void open(qint64 id);
    /// Calls \a then as soon as the list with this id is open and loaded; at once if it is. Dropped when
    /// another list is opened before, or the list is gone.
    void whenOpen(qint64 id, std::function<void()> then);

    /// Makes a list with the settings of the open one, behind that, and opens it; its id.
    qint64 create(const QString &name);
    void rename(qint64 id, const QString &name);
    /// Makes a list with the same settings and entries, behind the open one, and opens it. It has not been
    /// checked yet, and is not watched.
    void duplicate();
    /// Removes the open list. The last one stays.
    void remove();
    bool canRemove() const { return m_model.rowCount() > 1; }
    void move(qint64 id, int row);
    /// Changes how the open list is checked.
    void setSettings(const CheckSettings &settings) { setSettings(m_currentId, settings); }
    /// Changes how the list with this id is checked, if there is one.
    void setSettings(qint64 id, const CheckSettings &settings);
    /// Changes whether and when the list with this id is watched, if there is one.
    void setWatch(qint64 id, const WatchPlan &plan);
    /// \a name, or with a number where there is a list with that name.
    QString freeName(const QString &name) const;

    /// Undoes the last edit, or does again what was undone; opens the list that it concerns before.
    void undo();
    void redo();

Q_SIGNALS:
    /// Another list is open, or its name, settings or plan are others now, or it is one of fewer.
    void currentChanged();
    /// A list is checked in another way from now on.
    void settingsChanged(qint64 id, const rollcall::CheckSettings &settings);
    /// A list is watched otherwise from now on.
    void watchChanged(qint64 id);
    /// The check before this start did not end.
    void interruptedFound(const rollcall::InterruptedCheck &check);

private:
    /// Puts \a list in the place of the one with its id, here and in the store.
    void keep(StoredList list);
    void onLoaded(const StoredLists &lists);
    void onFailed();
    void onReady();
    void updateTotals();
    void stepWhenOpen(const QUndoCommand *command, void (QUndoStack::*step)());
    void insertList(int row, const StoredList &list, const ListTotals &totals) override;
    void takeList(qint64 id) override;
    void copyList(int row, const StoredList &copy, qint64 from) override;
    void restoreList(int row, const StoredList &list, const ListTotals &totals) override;
    void renameList(qint64 id, const QString &name) override;
    void moveList(qint64 id, int row) override;

    Store &m_store;
    ListDocument &m_document;
    ListsModel m_model;
    qint64 m_currentId = StoredList::firstId;
    qint64 m_preferred = StoredList::firstId;
    bool m_isLoaded = false;
    std::function<void()> m_then; ///< waits for the list that is being opened
};

} // namespace rollcall
