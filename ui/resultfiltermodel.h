// SPDX-License-Identifier: MIT
// The rows of a ResultModel that pass the filter, in the order that the person chose.
#pragma once

#include "ui/backgroundqueue.h"
#include "ui/resultmodel.h"
#include "ui/rowquery.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <vector>

namespace rollcall {

/// Sorts by the columns' typed keys, unknown values last, equal ones in the order of the list. Results that
/// arrive move rows at most every settleInterval; in a long list their places are found on another thread.
/// Selections and current rows follow their rows.
///
/// Not a QSortFilterProxyModel: that one compares through QVariant, a million times too often for a million
/// rows, and re-sorts at every change.
class ResultFilterModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds settleInterval{500};

    /// \a source is borrowed and outlives this.
    explicit ResultFilterModel(ResultModel &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    /// \a column -1 is the order of the list.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setSorting(const Sorting &sorting);
    const Sorting &sorting() const { return m_query.sorting; }

    /// \a filter must be valid.
    void setFilter(RowFilter filter);
    const RowFilter &filter() const { return m_query.filter; }
    /// Shows of the rows that pass the filter only those that \a facet chooses.
    void setFacet(Facet facet);
    const Facet &facet() const { return m_query.facet; }

    const ResultModel &source() const { return m_source; }
    const ResultRow &at(int row) const { return m_source.at(toSourceRow(row)); }
    /// Copies of the rows that are shown, in their order; another thread may read them.
    std::vector<ResultRow> shownRows() const;
    int toSourceRow(int row) const { return m_rows[std::size_t(row)]; }
    /// -1: the filter hides it.
    int fromSourceRow(int sourceRow) const { return m_positions[std::size_t(sourceRow)]; }
    /// Whether results have come that may yet move, show or hide rows.
    bool isSettling() const { return m_settleTimer.isActive() || m_isLooking; }

Q_SIGNALS:
    void sortingChanged();

private:
    void onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void onRowsInserted(const QModelIndex &parent, int first, int last);
    void onRowsAboutToBeRemoved(const QModelIndex &parent, int first, int last);
    void onRowsRemoved(const QModelIndex &parent, int first, int last);
    void settleSoon();
    void settle();
    void lookElsewhere();
    void rebuild();
    void show(std::vector<int> wanted);
    const ResultRow &rowInSource(int row) const { return m_source.at(row); }
    std::vector<int> wantedRows() const;
    void dropRows(const std::vector<bool> &isDropped);
    void addRows(const std::vector<int> &rows);
    void permute(std::vector<int> rows);
    void renumber();

    ResultModel &m_source;
    RowQuery m_query;
    std::vector<int> m_rows;      ///< by row of this model: the row of the source
    std::vector<int> m_positions; ///< by row of the source: the row of this model, or -1
    QTimer m_settleTimer;
    QElapsedTimer m_sinceSettled;
    bool m_isLooking = false; ///< another thread finds the places of rows as they were
    bool m_hasNews = false;   ///< results have come since it began
    int m_looks = 0;          ///< goes up when what it finds is of no use any more
    BackgroundQueue m_queue;
};

} // namespace rollcall
