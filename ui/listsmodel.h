// SPDX-License-Identifier: MIT
// The named lists as an item model: their names, how many URLs they hold, and how many of these failed.
#pragma once

#include "core/history/storedlist.h"

#include <QAbstractTableModel>
#include <QIcon>

namespace rollcall {

/// What a list without a name of its own is called.
QString shownName(const StoredList &list);

/// One row a list. Column 0 is the name, which can be edited; column 1 a sign where
/// it is watched, then the failures, empty where there are none, and the count. Names and places that the
/// person wants changed are only said: whoever keeps the lists changes them.
class ListsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, WatchedColumn, FailedColumn, CountColumn, ColumnCount };

    explicit ListsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    void reset(const QList<StoredList> &lists, const TotalsByList &totals);
    void insert(int row, const StoredList &list, const ListTotals &totals);
    void remove(int row);
    /// Puts the list at \a from where, once it is taken out, \a to is.
    void move(int from, int to);
    /// Sets the name and the settings of the list with this id.
    void change(const StoredList &list);
    void setTotals(qint64 id, const ListTotals &totals);

    const StoredList &at(int row) const { return m_lists.at(row).list; }
    const ListTotals &totalsAt(int row) const { return m_lists.at(row).totals; }
    /// -1: there is no list with this id.
    int rowOf(qint64 id) const;
    QList<qint64> ids() const;

Q_SIGNALS:
    void renameWanted(qint64 id, const QString &name);
    /// The list is to be where, once it is taken out, \a row is.
    void moveWanted(qint64 id, int row);

private:
    struct Item {
        Item(StoredList itemList, const ListTotals &itemTotals)
            : list(std::move(itemList)),
              totals(itemTotals)
        {
        }
        StoredList list;
        ListTotals totals;
    };

    QString textOf(const Item &item, int column) const;
    static QString spokenText(const Item &item);

    QList<Item> m_lists;
    QIcon m_failedIcon;
    QIcon m_watchedIcon;
};

} // namespace rollcall
