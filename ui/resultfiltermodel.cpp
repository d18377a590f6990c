// SPDX-License-Identifier: MIT
#include "ui/resultfiltermodel.h"

#include <algorithm>
#include <numeric>

namespace rollcall {

namespace {

// A batch that touches rows so far apart is told of as "all rows": finding each place would cost more.
constexpr int maximumMappedSpan = 5'000;

template <class Key>
struct Keyed {
    Key key;
    int row;
};

template <class Key>
void sortKeyed(std::vector<Keyed<Key>> &rows, Qt::SortOrder order)
{
    const bool ascending = order == Qt::AscendingOrder;
    std::ranges::sort(rows, [ascending](const Keyed<Key> &a, const Keyed<Key> &b) {
        if (a.key == b.key)
            return a.row < b.row;
        return ascending ? a.key < b.key : b.key < a.key;
    });
}

} // namespace

ResultFilterModel::ResultFilterModel(ResultModel &source, QObject *parent)
    : QAbstractTableModel(parent),
      m_source(source)
{
    m_settleTimer.setSingleShot(true);
    m_sinceSettled.start();
    connect(&m_settleTimer, &QTimer::timeout, this, &ResultFilterModel::settle);
    connect(&m_source, &ResultModel::dataChanged, this, &ResultFilterModel::onDataChanged);
    connect(&m_source, &ResultModel::entriesChanged, this, &ResultFilterModel::settle);
    connect(&m_source, &ResultModel::rowsInserted, this, &ResultFilterModel::onRowsInserted);
    connect(&m_source, &ResultModel::rowsAboutToBeRemoved, this, &ResultFilterModel::onRowsAboutToBeRemoved);
    connect(&m_source, &ResultModel::rowsRemoved, this, &ResultFilterModel::onRowsRemoved);
    connect(&m_source, &ResultModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&m_source, &ResultModel::modelReset, this, [this] {
        m_rows = wantedRows();
        renumber();
        endResetModel();
    });
    m_rows = wantedRows();
    renumber();
}

int ResultFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResultFilterModel::columnCount(const QModelIndex &parent) const
{
    return m_source.columnCount(parent);
}

QVariant ResultFilterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return m_source.data(m_source.index(toSourceRow(index.row()), index.column()), role);
}

QVariant ResultFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source.headerData(section, orientation, role);
}

Qt::ItemFlags ResultFilterModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? m_source.flags(m_source.index(toSourceRow(index.row()), index.column()))
                           : QAbstractTableModel::flags(index);
}

bool ResultFilterModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return index.isValid() &&
           m_source.setData(m_source.index(toSourceRow(index.row()), index.column()), value, role);
}

void ResultFilterModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
}

void ResultFilterModel::setFilter(RowFilter filter)
{
    m_filter = std::move(filter);
    rebuild();
}

void ResultFilterModel::setFacet(Facet facet)
{
    if (facet == m_facet)
        return;
    m_facet = std::move(facet);
    rebuild();
}

void ResultFilterModel::onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    const int first = topLeft.row();
    const int last = bottomRight.row();
    int top = 0;
    int bottom = rowCount() - 1;
    if (last - first < maximumMappedSpan) {
        std::swap(top, bottom);
        for (int row = first; row <= last; ++row) {
            if (const int position = fromSourceRow(row); position >= 0) {
                top = std::min(top, position);
                bottom = std::max(bottom, position);
            }
        }
    }
    if (top <= bottom && rowCount() > 0)
        Q_EMIT dataChanged(index(top, topLeft.column()), index(bottom, bottomRight.column()));

    const bool sortsByResults = m_sortColumn >= 0 && m_sortColumn != columnOf(ResultColumn::Url);
    const bool filtersByResults = m_filter.dependsOnResults() || m_facet.dependsOnResults();
    if ((sortsByResults || filtersByResults) && !m_settleTimer.isActive()) {
        const auto since = std::chrono::milliseconds(m_sinceSettled.elapsed());
        m_settleTimer.start(std::max(std::chrono::milliseconds(0), settleInterval - since));
    }
}

void ResultFilterModel::settle()
{
    rebuild();
    m_sinceSettled.restart();
}

void ResultFilterModel::onRowsInserted(const QModelIndex &, int first, int last)
{
    const int count = last - first + 1;
    for (int &row : m_rows) {
        if (row >= first)
            row += count;
    }
    renumber();
    std::vector<int> added;
    for (int row = first; row <= last; ++row) {
        if (isWanted(m_source.at(row)))
            added.push_back(row);
    }
    addRows(added);
    std::vector<int> rows = m_rows;
    sortRows(rows);
    permute(std::move(rows));
}

void ResultFilterModel::onRowsAboutToBeRemoved(const QModelIndex &, int first, int last)
{
    std::vector<bool> isDropped(m_positions.size());
    std::fill(isDropped.begin() + first, isDropped.begin() + last + 1, true);
    dropRows(isDropped);
}

void ResultFilterModel::onRowsRemoved(const QModelIndex &, int first, int last)
{
    for (int &row : m_rows) {
        if (row > last)
            row -= last - first + 1;
    }
    renumber();
}

// Goes from the rows that are shown to those that are wanted in steps that every view and selection can
// follow, each as cheap for a million scattered rows as for one.
void ResultFilterModel::rebuild()
{
    std::vector<int> wanted = wantedRows();
    std::vector<bool> isDropped(m_positions.size(), true);
    for (const int row : wanted)
        isDropped[std::size_t(row)] = false;
    dropRows(isDropped);

    std::vector<int> added;
    std::ranges::copy_if(wanted, std::back_inserter(added),
                         [this](int row) { return fromSourceRow(row) < 0; });
    addRows(added);
    permute(std::move(wanted));
}

std::vector<int> ResultFilterModel::wantedRows() const
{
    std::vector<int> rows;
    for (int row = 0; row < m_source.rowCount(); ++row) {
        if (isWanted(m_source.at(row)))
            rows.push_back(row);
    }
    sortRows(rows);
    return rows;
}

void ResultFilterModel::sortRows(std::vector<int> &rows) const
{
    if (m_sortColumn < 0) {
        std::ranges::sort(rows);
        return;
    }
    const auto sortKey = resultColumns()[std::size_t(m_sortColumn)].sortKey;
    std::vector<Keyed<qint64>> numbers;
    std::vector<Keyed<QByteArray>> texts;
    std::vector<int> unknown;
    for (const int row : rows) {
        SortKey key = sortKey(m_source.at(row));
        if (const auto *number = std::get_if<qint64>(&key))
            numbers.push_back({*number, row});
        else if (auto *text = std::get_if<QByteArray>(&key))
            texts.push_back({std::move(*text), row});
        else
            unknown.push_back(row);
    }
    sortKeyed(numbers, m_sortOrder);
    sortKeyed(texts, m_sortOrder);
    std::ranges::sort(unknown);
    auto out = std::ranges::transform(numbers, rows.begin(), &Keyed<qint64>::row).out;
    out = std::ranges::transform(texts, out, &Keyed<QByteArray>::row).out;
    std::ranges::copy(unknown, out);
}

void ResultFilterModel::dropRows(const std::vector<bool> &isDropped)
{
    const auto stays = [&isDropped](int row) { return !isDropped[std::size_t(row)]; };
    std::vector<int> rows = m_rows;
    const auto firstDropped = std::stable_partition(rows.begin(), rows.end(), stays);
    if (firstDropped == rows.end())
        return;
    const int kept = int(firstDropped - rows.begin());
    permute(std::move(rows));
    beginRemoveRows({}, kept, rowCount() - 1);
    m_rows.resize(std::size_t(kept));
    renumber();
    endRemoveRows();
}

void ResultFilterModel::addRows(const std::vector<int> &rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    renumber();
    endInsertRows();
}

/// Shows the rows that are there in the order of \a rows.
void ResultFilterModel::permute(std::vector<int> rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<int> old = std::exchange(m_rows, std::move(rows));
    renumber();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &was : before)
        after.append(index(fromSourceRow(old[std::size_t(was.row())]), was.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ResultFilterModel::renumber()
{
    m_positions.assign(std::size_t(m_source.rowCount()), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_positions[std::size_t(m_rows[row])] = int(row);
}

} // namespace rollcall
