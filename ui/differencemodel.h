// SPDX-License-Identifier: MIT
// What changed between two runs as an item model: a row for each change, the worst first.
#pragma once

#include "core/check/rundifference.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace rollcall {

/// Texts are made as they are painted.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ChangeColumn, UrlColumn, BeforeColumn, NowColumn, ColumnCount };
    /// The Change of the row, as an int.
    static constexpr int ChangeRole = Qt::UserRole;

    explicit DifferenceModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void show(RunDifference difference);
    const RunDifference &difference() const { return m_difference; }

private:
    struct Row {
        Row(qsizetype urlIndex, Change what) : url(urlIndex), change(what) {}

        qsizetype url; ///< in the difference
        Change change;
    };

    QString text(const Row &row, int column) const;
    const QIcon &iconOf(Change change) const;

    RunDifference m_difference;
    std::vector<Row> m_rows;
    QIcon m_failed;
    QIcon m_repaired;
    QIcon m_changed;
};

/// Shows only rows with one change, and only those with a text in one of their cells.
class DifferenceFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    /// \a model is borrowed and outlives this.
    explicit DifferenceFilter(DifferenceModel &model, QObject *parent = nullptr);

    /// Nothing: every change.
    void setChange(std::optional<Change> change);
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    std::optional<Change> m_change;
    QString m_text;
};

} // namespace rollcall
