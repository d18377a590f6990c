// SPDX-License-Identifier: MIT
// The list and its results as a table model, made for a million rows.
#pragma once

#include "core/history/store.h"
#include "ui/facetcounts.h"
#include "ui/resultrow.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QList>

#include <array>
#include <vector>

namespace rollcall {

/// The rows in the order of the list, which is the order of their ids. Texts are made as they are painted.
class ResultModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        BarRole = Qt::UserRole + 1, ///< double from 0 to 1: the length of the bar in the cell, if it has one
        TrendRole,                  ///< QList<int>: RowPast::times, in the cell that shows them
    };

    explicit ResultModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// That of a row, which no view shows, is its summary for a screen reader.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// The URL can be edited, which is only said: see editWanted().
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    const ResultRow &at(int row) const { return m_rows[std::size_t(row)]; }
    /// A copy of all rows that another thread may read.
    std::vector<ResultRow> snapshot() const { return m_rows; }
    /// The row of the entry with this id; -1: it is not in the list.
    int rowOf(qint64 id) const;
    /// The first row behind that of the entry with this id; rowCount() if there is none.
    int rowAfter(qint64 id) const;
    /// How many rows there are of each kind.
    const FacetCounts &counts() const { return m_counts; }
    /// How many rows have this outcome as their last result.
    qsizetype count(Outcome outcome) const { return m_counts.outcome(outcome); }

    /// Shows \a entries, whose ids ascend, in place of what is there.
    void reset(const QList<StoredEntry> &entries);
    /// Adds \a entries at the end; their ids ascend from \a firstId, which is above all that are there.
    void append(qint64 firstId, const UrlList &entries);
    /// Puts \a rows, whose ids ascend and are not in the list, where their ids belong.
    void insert(const std::vector<ResultRow> &rows);
    /// Removes these entries; ids that are not in the list are passed over.
    void remove(const QList<qint64> &ids);
    /// Marks these entries as queued or running.
    void setState(const QList<qint64> &ids, RowState state);
    /// Takes these entries out of the queue: they are as they were before their check began.
    void restoreState(const QList<qint64> &ids);
    void setResults(const QList<StoredResult> &results);
    /// Sets what the history tells of the entries with these ids.
    void setPasts(const QList<qint64> &ids, const QList<RowPast> &pasts);
    /// Sets what the list says about the entries with these ids; their URLs are the same.
    void setEntries(const QList<StoredEntry> &entries);
    /// Puts \a row in the place of the one with its id.
    void replace(const ResultRow &row);

Q_SIGNALS:
    /// The number of rows, or of rows with an outcome, has changed.
    void countsChanged();
    /// What the list itself says of some rows has changed: their URLs, tags ...
    void entriesChanged();
    /// The person wants the entry with this id to have \a url, which is as typed.
    void editWanted(qint64 id, const QString &url);

private:
    class Span;

    void setResult(ResultRow &row, const CheckResult &result);
    void count(const ResultRow &row);
    void discount(const ResultRow &row);
    void removeRange(int first, int last);
    void removeMany(const std::vector<int> &rows);
    void emitChanged(const Span &span);
    static QString spoken(const QString &text);
    static QString rowSummary(const ResultRow &row);
    QVariant decoration(const ResultRow &row) const;
    QVariant foreground(const ResultRow &row, int column) const;

    std::vector<ResultRow> m_rows;
    FacetCounts m_counts;
    SharedServerFacts m_servers;
    std::array<QIcon, 4> m_stateIcons;
    std::array<QIcon, 4> m_outcomeIcons;
};

} // namespace rollcall
