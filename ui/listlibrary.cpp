// SPDX-License-Identifier: MIT
#include "ui/listlibrary.h"

#include "ui/listcommands.h"
#include "ui/listdocument.h"

#include <utility>

namespace rollcall {

namespace {

// The store numbers the entries of a duplicate as it copies them; so many ids are kept free for it, many more
// than a list can have.
constexpr qint64 idsOfADuplicate = qint64(1) << 24;

} // namespace

ListLibrary::ListLibrary(Store &store, ListDocument &document, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_document(document)
{
    m_model.reset({StoredList()}, {});
    connect(&m_store, &Store::listsLoaded, this, &ListLibrary::onLoaded);
    connect(&m_store, &Store::failed, this, &ListLibrary::onFailed);
    connect(&m_store, &Store::listsCounted, this, [this](const TotalsByList &totals) {
        for (auto total = totals.begin(); total != totals.end(); ++total) {
            if (total.key() != m_currentId)
                m_model.setTotals(total.key(), total.value());
        }
    });
    connect(&m_document, &ListDocument::ready, this, &ListLibrary::onReady);
    connect(&m_document, &ListDocument::otherListChanged, &m_store, &Store::countLists);
    connect(&m_document.run(), &ListRun::savedElsewhere, &m_store, &Store::countLists);
    connect(&m_document.results(), &ResultModel::countsChanged, this, &ListLibrary::updateTotals);
    connect(&m_model, &ListsModel::renameWanted, this, &ListLibrary::rename);
    connect(&m_model, &ListsModel::moveWanted, this, &ListLibrary::move);
}

QList<StoredList> ListLibrary::others() const
{
    QList<StoredList> lists;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.at(row).id != m_currentId)
            lists.append(m_model.at(row));
    }
    return lists;
}

void ListLibrary::load(qint64 preferred)
{
    m_preferred = preferred;
    m_store.loadLists();
}

void ListLibrary::onLoaded(const StoredLists &lists)
{
    m_isLoaded = true;
    m_document.skipIdsTo(lists.lastEntryId);
    for (const StoredList &list : lists.lists)
        m_document.skipIdsTo(list.id); // lists and entries are numbered alike
    if (!lists.lists.isEmpty())
        m_model.reset(lists.lists, lists.totals);
    else
        m_store.addList(m_model.at(0));
    open(m_model.rowOf(m_preferred) >= 0 ? m_preferred : m_model.at(0).id);
    m_store.purgeLists();
    if (!lists.interrupted.left.isEmpty() && m_model.rowOf(lists.interrupted.listId) >= 0)
        Q_EMIT interruptedFound(lists.interrupted);
}

// Without a store there is one list, and it is not kept.
void ListLibrary::onFailed()
{
    if (!std::exchange(m_isLoaded, true))
        Q_EMIT currentChanged();
}

void ListLibrary::open(qint64 id)
{
    if (m_model.rowOf(id) < 0)
        return;
    m_then = {};
    m_currentId = id;
    m_document.open(id);
    Q_EMIT currentChanged();
}

void ListLibrary::whenOpen(qint64 id, std::function<void()> then)
{
    if (id == m_currentId && m_document.isReady())
        return then();
    if (m_model.rowOf(id) < 0)
        return;
    if (id != m_currentId)
        open(id);
    m_then = std::move(then);
}

void ListLibrary::onReady()
{
    updateTotals();
    if (const auto then = std::exchange(m_then, {}))
        then();
}

void ListLibrary::updateTotals()
{
    if (!m_document.isReady())
        return; // what the store counted holds until the rows are there
    const ResultModel &rows = m_document.results();
    m_model.setTotals(m_currentId, ListTotals(rows.rowCount(), rows.count(Outcome::Failed)));
}

qint64 ListLibrary::create(const QString &name)
{
    const StoredList list(m_document.takeIds(1), freeName(name), current().settings);
    m_document.edits().push(new AddList(*this, m_model.rowOf(m_currentId) + 1, list));
    return list.id;
}

void ListLibrary::rename(qint64 id, const QString &name)
{
    if (const int row = m_model.rowOf(id); row >= 0)
        m_document.edits().push(new RenameList(*this, m_model.at(row), name));
}

void ListLibrary::duplicate()
{
    StoredList copy(m_document.takeIds(1), freeName(shownName(current())), current().settings);
    copy.watch = current().watch;
    copy.watch.isOn = false; // each URL is watched once
    m_document.edits().push(new AddList(*this, m_model.rowOf(m_currentId) + 1, copy, m_currentId));
}

void ListLibrary::remove()
{
    if (!canRemove())
        return;
    const int row = m_model.rowOf(m_currentId);
    m_document.edits().push(
        new RemoveList(*this, row, current(), m_model.totalsAt(row), shownName(current())));
}

void ListLibrary::move(qint64 id, int row)
{
    const int from = m_model.rowOf(id);
    if (from >= 0 && from != row)
        m_document.edits().push(new MoveList(*this, id, from, row, shownName(m_model.at(from))));
}

void ListLibrary::setSettings(qint64 id, const CheckSettings &settings)
{
    const int row = m_model.rowOf(id);
    if (row < 0 || m_model.at(row).settings == settings)
        return;
    StoredList list = m_model.at(row);
    list.settings = settings;
    keep(std::move(list));
    Q_EMIT settingsChanged(id, settings);
}

void ListLibrary::setWatch(qint64 id, const WatchPlan &plan)
{
    const int row = m_model.rowOf(id);
    if (row < 0 || m_model.at(row).watch == plan)
        return;
    StoredList list = m_model.at(row);
    list.watch = plan;
    keep(std::move(list));
    Q_EMIT watchChanged(id);
}

void ListLibrary::keep(StoredList list)
{
    const qint64 id = list.id;
    m_model.change(list);
    m_store.changeList(std::move(list));
    if (id == m_currentId)
        Q_EMIT currentChanged();
}

QString ListLibrary::freeName(const QString &name) const
{
    const auto isTaken = [this](const QString &candidate) {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (shownName(m_model.at(row)) == candidate)
                return true;
        }
        return false;
    };
    QString free = name;
    for (int number = 2; isTaken(free); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

void ListLibrary::undo()
{
    const QUndoStack &edits = m_document.edits();
    if (edits.canUndo())
        stepWhenOpen(edits.command(edits.index() - 1), &QUndoStack::undo);
}

void ListLibrary::redo()
{
    const QUndoStack &edits = m_document.edits();
    if (edits.canRedo())
        stepWhenOpen(edits.command(edits.index()), &QUndoStack::redo);
}

void ListLibrary::stepWhenOpen(const QUndoCommand *command, void (QUndoStack::*step)())
{
    const auto *edit = dynamic_cast<const ListEdit *>(command);
    whenOpen(edit ? edit->listId() : m_currentId, [this, step] { (m_document.edits().*step)(); });
}

void ListLibrary::insertList(int row, const StoredList &list, const ListTotals &totals)
{
    m_model.insert(row, list, totals);
    m_store.addList(list);
    m_store.orderLists(m_model.ids());
    open(list.id);
}

void ListLibrary::copyList(int row, const StoredList &copy, qint64 from)
{
    m_model.insert(row, copy, m_model.totalsAt(m_model.rowOf(from)));
    m_store.duplicateList(from, copy, m_document.takeIds(idsOfADuplicate));
    m_store.orderLists(m_model.ids());
    open(copy.id);
}

void ListLibrary::restoreList(int row, const StoredList &list, const ListTotals &totals)
{
    m_model.insert(row, list, totals);
    m_store.restoreList(list.id);
    m_store.changeList(list);
    m_store.orderLists(m_model.ids());
    open(list.id);
}

void ListLibrary::takeList(qint64 id)
{
    const int row = m_model.rowOf(id);
    if (m_document.run().isRunning() && m_document.run().listId() == id)
        m_document.run().stop();
    if (id == m_currentId) // before it goes, or views would choose another one by themselves
        open(m_model.at(row + 1 < m_model.rowCount() ? row + 1 : row - 1).id);
    m_model.remove(row);
    m_store.removeList(id);
    Q_EMIT currentChanged();
}

void ListLibrary::renameList(qint64 id, const QString &name)
{
    StoredList list = m_model.at(m_model.rowOf(id));
    list.name = name;
    m_model.change(list);
    m_store.changeList(std::move(list));
    Q_EMIT currentChanged();
}

void ListLibrary::moveList(qint64 id, int row)
{
    m_model.move(m_model.rowOf(id), row);
    m_store.orderLists(m_model.ids());
}

} // namespace rollcall
