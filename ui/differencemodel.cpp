// SPDX-License-Identifier: MIT
#include "ui/differencemodel.h"

#include "core/url/redact.h"
#include "ui/differencewords.h"
#include "ui/outcomelook.h"

#include <algorithm>
#include <utility>

namespace rollcall {

DifferenceModel::DifferenceModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_failed(outcomeIcon(Outcome::Failed)),
      m_repaired(outcomeIcon(Outcome::Ok)),
      m_changed(outcomeIcon(Outcome::Warning))
{
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole: {
        const QString exact = exactChange(m_difference.urls.at(row.url), row.change);
        return exact.isEmpty() || index.column() == UrlColumn ? text(row, index.column()) : exact;
    }
    case Qt::DecorationRole:
        return index.column() == ChangeColumn ? QVariant(iconOf(row.change)) : QVariant();
    case ChangeRole:
        return int(row.change);
    default:
        return {};
    }
}

QString DifferenceModel::text(const Row &row, int column) const
{
    const UrlDifference &difference = m_difference.urls.at(row.url);
    switch (column) {
    case ChangeColumn:
        return changeWord(row.change);
    case UrlColumn:
        return QString::fromUtf8(redacted(difference.url));
    case BeforeColumn:
        return beforeWords(difference, row.change);
    case NowColumn:
        return nowWords(difference, row.change);
    default:
        return {};
    }
}

const QIcon &DifferenceModel::iconOf(Change change) const
{
    if (change == Change::NewlyBroken || change == Change::StillBroken)
        return m_failed;
    return change == Change::Repaired ? m_repaired : m_changed;
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case ChangeColumn:
        return tr("Change");
    case UrlColumn:
        return tr("URL");
    case BeforeColumn:
        return tr("Before");
    case NowColumn:
        return tr("Now");
    default:
        return {};
    }
}

void DifferenceModel::show(RunDifference difference)
{
    beginResetModel();
    m_difference = std::move(difference);
    m_rows.clear();
    for (qsizetype url = 0; url < m_difference.urls.size(); ++url) {
        for (const Change change : m_difference.urls.at(url).changes)
            m_rows.emplace_back(url, change);
    }
    std::ranges::stable_sort(m_rows, {}, &Row::change);
    endResetModel();
}

DifferenceFilter::DifferenceFilter(DifferenceModel &model, QObject *parent) : QSortFilterProxyModel(parent)
{
    setSourceModel(&model);
}

void DifferenceFilter::setChange(std::optional<Change> change)
{
    m_change = change;
    invalidateFilter();
}

void DifferenceFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

bool DifferenceFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel &model = *sourceModel();
    if (m_change && model.index(row, 0, parent).data(DifferenceModel::ChangeRole).toInt() != int(*m_change))
        return false;
    if (m_text.isEmpty())
        return true;
    for (int column = 0; column < DifferenceModel::ColumnCount; ++column) {
        if (model.index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

// Changes go from bad to good, as they do at first.
bool DifferenceFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() != DifferenceModel::ChangeColumn)
        return QSortFilterProxyModel::lessThan(left, right);
    return left.data(DifferenceModel::ChangeRole).toInt() < right.data(DifferenceModel::ChangeRole).toInt();
}

} // namespace rollcall
