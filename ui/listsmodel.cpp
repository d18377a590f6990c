// SPDX-License-Identifier: MIT
#include "ui/listsmodel.h"

#include "ui/format.h"
#include "ui/outcomelook.h"
#include "ui/symbolicon.h"

#include <QGuiApplication>
#include <QMimeData>
#include <QPalette>

#include <algorithm>

namespace rollcall {

namespace {

// A row that is dragged within the lists, by its id.
QString dragType()
{
    return QStringLiteral("application/x-rollcall-list");
}

} // namespace

QString shownName(const StoredList &list)
{
    return list.name.isEmpty() ? ListsModel::tr("My URLs") : list.name;
}

ListsModel::ListsModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_failedIcon(outcomeIcon(Outcome::Failed)),
      m_watchedIcon(symbolIcon(QStringLiteral("watched"), Tone::Muted))
{
}

int ListsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lists.size());
}

int ListsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ListsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = m_lists.at(index.row());
    const int column = index.column();
    const bool isFailures = column == FailedColumn && item.totals.failed > 0;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(item, column);
    case Qt::EditRole:
        return column == NameColumn ? shownName(item.list) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: // a screen reader reads the row by its name
        return spokenText(item);
    case Qt::TextAlignmentRole:
        return column == NameColumn ? QVariant() : QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::DecorationRole:
        if (column == WatchedColumn && item.list.watch.isOn)
            return m_watchedIcon;
        return isFailures ? m_failedIcon : QVariant();
    case Qt::ForegroundRole:
        return isFailures ? toneColor(Tone::Failed, QGuiApplication::palette()) : QVariant();
    default:
        return {};
    }
}

QString ListsModel::textOf(const Item &item, int column) const
{
    if (column == NameColumn)
        return shownName(item.list);
    if (column == CountColumn)
        return formatCount(item.totals.entries);
    return column == FailedColumn && item.totals.failed > 0 ? formatCount(item.totals.failed) : QString();
}

QString ListsModel::spokenText(const Item &item)
{
    QString text = tr("%1, %2 URL(s)", nullptr, pluralNumber(item.totals.entries))
                       .arg(shownName(item.list), formatCount(item.totals.entries));
    if (item.totals.failed > 0)
        text = tr("%1, %2 failed").arg(text, formatCount(item.totals.failed));
    if (item.list.watch.isOn)
        text = tr("%1, watched").arg(text);
    return text;
}

bool ListsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || index.column() != NameColumn || name.isEmpty())
        return false;
    const StoredList &list = at(index.row());
    if (name != shownName(list))
        Q_EMIT renameWanted(list.id, name);
    return true;
}

Qt::ItemFlags ListsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the rows
    const Qt::ItemFlags flags =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    return index.column() == NameColumn ? flags | Qt::ItemIsEditable : flags;
}

QStringList ListsModel::mimeTypes() const
{
    return {dragType()};
}

QMimeData *ListsModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(dragType(), QByteArray::number(at(indexes.first().row()).id));
    return data;
}

bool ListsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                              const QModelIndex &parent)
{
    const int from = data->hasFormat(dragType()) ? rowOf(data->data(dragType()).toLongLong()) : -1;
    if (action != Qt::MoveAction || from < 0)
        return false;
    int to = row;
    if (row < 0) // upon a list, or below all
        to = parent.isValid() ? parent.row() : rowCount();
    if (to > from)
        --to; // it is taken out first
    if (to != from)
        Q_EMIT moveWanted(at(from).id, to);
    // "False": the view must not remove the row that it believes to have been copied.
    return false;
}

void ListsModel::reset(const QList<StoredList> &lists, const TotalsByList &totals)
{
    beginResetModel();
    m_lists.clear();
    for (const StoredList &list : lists)
        m_lists.append(Item(list, totals.value(list.id)));
    endResetModel();
}

void ListsModel::insert(int row, const StoredList &list, const ListTotals &totals)
{
    beginInsertRows({}, row, row);
    m_lists.insert(row, Item(list, totals));
    endInsertRows();
}

void ListsModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_lists.removeAt(row);
    endRemoveRows();
}

void ListsModel::move(int from, int to)
{
    if (from == to)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_lists.move(from, to);
    endMoveRows();
}

void ListsModel::change(const StoredList &list)
{
    const int row = rowOf(list.id);
    if (row < 0)
        return;
    m_lists[row].list = list;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ListsModel::setTotals(qint64 id, const ListTotals &totals)
{
    const int row = rowOf(id);
    if (row < 0 || m_lists.at(row).totals == totals)
        return;
    m_lists[row].totals = totals;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int ListsModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_lists, id, [](const Item &item) { return item.list.id; });
    return found == m_lists.end() ? -1 : int(found - m_lists.begin());
}

QList<qint64> ListsModel::ids() const
{
    QList<qint64> ids;
    for (const Item &item : m_lists)
        ids.append(item.list.id);
    return ids;
}

} // namespace rollcall
