// SPDX-License-Identifier: MIT
#include "ui/resultfiltermodel.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace rollcall {

namespace {

// A batch that touches rows so far apart is told of as "all rows": finding each place would cost more.
constexpr int maximumMappedSpan = 5'000;
// Fewer rows are looked at more quickly than copied for another thread.
constexpr int rowsForAnotherThread = 20'000;

} // namespace

ResultFilterModel::ResultFilterModel(ResultModel &source, QObject *parent)
    : QAbstractTableModel(parent),
      m_source(source),
      m_queue(*this)
{
    m_settleTimer.setSingleShot(true);
    m_sinceSettled.start();
    connect(&m_settleTimer, &QTimer::timeout, this, &ResultFilterModel::settle);
    connect(&m_source, &ResultModel::dataChanged, this, &ResultFilterModel::onDataChanged);
    connect(&m_source, &ResultModel::entriesChanged, this, &ResultFilterModel::rebuild);
    connect(&m_source, &ResultModel::rowsInserted, this, &ResultFilterModel::onRowsInserted);
    connect(&m_source, &ResultModel::rowsAboutToBeRemoved, this, &ResultFilterModel::onRowsAboutToBeRemoved);
    connect(&m_source, &ResultModel::rowsRemoved, this, &ResultFilterModel::onRowsRemoved);
    connect(&m_source, &ResultModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&m_source, &ResultModel::modelReset, this, [this] {
        ++m_looks;
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
    const bool isRow = orientation == Qt::Vertical && section >= 0 && section < rowCount();
    return m_source.headerData(isRow ? toSourceRow(section) : section, orientation, role);
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
    setSorting(column < 0 ? Sorting() : Sorting{SortColumn(ResultColumn(column), order)});
}

void ResultFilterModel::setSorting(const Sorting &sorting)
{
    m_query.sorting = sorting;
    rebuild();
    Q_EMIT sortingChanged();
}

void ResultFilterModel::setFilter(RowFilter filter)
{
    m_query.filter = std::move(filter);
    rebuild();
}

void ResultFilterModel::setFacet(Facet facet)
{
    if (facet == m_query.facet)
        return;
    m_query.facet = std::move(facet);
    rebuild();
}

std::vector<ResultRow> ResultFilterModel::shownRows() const
{
    std::vector<ResultRow> rows;
    rows.reserve(m_rows.size());
    for (const int row : m_rows)
        rows.push_back(m_source.at(row));
    return rows;
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

    if (!m_query.dependsOnResults())
        return;
    if (m_isLooking)
        m_hasNews = true;
    else if (!m_settleTimer.isActive())
        settleSoon();
}

void ResultFilterModel::settleSoon()
{
    const auto since = std::chrono::milliseconds(m_sinceSettled.elapsed());
    m_settleTimer.start(std::max(std::chrono::milliseconds(0), settleInterval - since));
}

void ResultFilterModel::settle()
{
    if (m_source.rowCount() >= rowsForAnotherThread)
        return lookElsewhere();
    rebuild();
    m_sinceSettled.restart();
}

void ResultFilterModel::lookElsewhere()
{
    m_isLooking = true;
    m_queue.run(
        [query = m_query, rows = m_source.snapshot()] {
            return query.answer(int(rows.size()),
                                [&rows](int row) -> const ResultRow & { return rows[std::size_t(row)]; });
        },
        [this, look = m_looks](std::vector<int> wanted) {
            m_isLooking = false;
            m_sinceSettled.restart();
            if (look == m_looks)
                show(std::move(wanted));
            else
                m_hasNews = true;
            if (std::exchange(m_hasNews, false))
                settleSoon();
        });
}

void ResultFilterModel::onRowsInserted(const QModelIndex &, int first, int last)
{
    ++m_looks;
    const int count = last - first + 1;
    for (int &row : m_rows) {
        if (row >= first)
            row += count;
    }
    renumber();
    const auto rowAt = std::bind_front(&ResultFilterModel::rowInSource, this);
    addRows(m_query.matchesAmong(first, last, rowAt));
    std::vector<int> rows = m_rows;
    sortRows(rows, m_query.sorting, rowAt);
    permute(std::move(rows));
}

void ResultFilterModel::onRowsAboutToBeRemoved(const QModelIndex &, int first, int last)
{
    ++m_looks;
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

void ResultFilterModel::rebuild()
{
    ++m_looks;
    show(wantedRows());
}

// Goes from the rows that are shown to those that are wanted in steps that every view and selection can
// follow, each as cheap for a million scattered rows as for one.
void ResultFilterModel::show(std::vector<int> wanted)
{
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
    return m_query.answer(m_source.rowCount(), std::bind_front(&ResultFilterModel::rowInSource, this));
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
