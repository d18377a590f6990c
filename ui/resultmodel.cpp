// SPDX-License-Identifier: MIT
#include "ui/resultmodel.h"

#include "ui/format.h"
#include "ui/outcomelook.h"
#include "ui/resultcolumns.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace rollcall {

namespace {

// Above this many separate places, one reset costs less than moving the rows behind each of them.
constexpr int maximumRemovedRanges = 32;

} // namespace

/// The rows from the first to the last that a batch touched.
class ResultModel::Span
{
public:
    void include(int row)
    {
        first = first < 0 ? row : std::min(first, row);
        last = std::max(last, row);
    }
    bool isEmpty() const { return first < 0; }

    int first = -1;
    int last = -1;
};

ResultModel::ResultModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_stateIcons{symbolIcon(QStringLiteral("state-unchecked"), Tone::Muted),
                   symbolIcon(QStringLiteral("state-queued"), Tone::Muted),
                   symbolIcon(QStringLiteral("state-running")), QIcon()}
{
    for (const Outcome outcome : {Outcome::Ok, Outcome::Warning, Outcome::Failed, Outcome::Cancelled})
        m_outcomeIcons[std::size_t(outcome)] = outcomeIcon(outcome);
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(resultColumns().size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ResultRow &row = at(index.row());
    const ResultColumnInfo &column = resultColumns()[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(row);
    case Qt::EditRole:
        return QString::fromUtf8(row.entry.url);
    case Qt::ToolTipRole:
        return column.toolTip ? column.toolTip(row) : column.text(row);
    case Qt::AccessibleTextRole:
        return spoken(column.text(row));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return column.column == ResultColumn::Outcome ? decoration(row) : QVariant();
    case Qt::ForegroundRole:
        return foreground(row, index.column());
    case BarRole: {
        const auto bar = column.bar ? column.bar(row) : std::nullopt;
        return bar ? QVariant(*bar) : QVariant();
    }
    case TrendRole:
        return row.past && column.column == ResultColumn::Trend ? QVariant::fromValue(row.past->times)
                                                                : QVariant();
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section >= 0 && section < rowCount() ? rowSummary(at(section))
                                                                               : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const ResultColumnInfo &column = resultColumns()[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return columnHeader(column);
    case Qt::ToolTipRole:
        return columnHelp(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags ResultModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isUrl = index.isValid() && index.column() == columnOf(ResultColumn::Url);
    return isUrl ? flags | Qt::ItemIsEditable : flags;
}

bool ResultModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    Q_EMIT editWanted(at(index.row()).id, value.toString());
    return true;
}

/// A dash is seen, and not heard.
QString ResultModel::spoken(const QString &text)
{
    return text == unknownValue() ? tr("unknown") : text;
}

/// The row in a few words, with the figures that people look at first.
QString ResultModel::rowSummary(const ResultRow &row)
{
    QStringList parts;
    for (const ResultColumnInfo &column : resultColumns()) {
        const QString text = column.shownAtFirst ? column.text(row) : QString();
        if (!text.isEmpty() && text != unknownValue())
            parts.append(text);
    }
    return parts.join(QStringLiteral(", "));
}

QVariant ResultModel::decoration(const ResultRow &row) const
{
    return row.state == RowState::Done ? m_outcomeIcons[std::size_t(row.result->outcome())]
                                       : m_stateIcons[std::size_t(row.state)];
}

QVariant ResultModel::foreground(const ResultRow &row, int column) const
{
    const QPalette palette = QGuiApplication::palette();
    if (row.entry.details().isDisabled)
        return toneColor(Tone::Muted, palette);
    // What is shown until the new result comes is the old one.
    if (row.state != RowState::Done) {
        const bool isNow = column == columnOf(ResultColumn::Url) ||
                           (column == columnOf(ResultColumn::Outcome) && row.state == RowState::Running);
        return isNow ? QVariant() : toneColor(Tone::Muted, palette);
    }
    if (column == columnOf(ResultColumn::Outcome) && row.result->outcome() != Outcome::Ok)
        return toneColor(toneOf(row.result->outcome()), palette);
    if (column == columnOf(ResultColumn::Error) && row.result->outcome() == Outcome::Failed)
        return toneColor(Tone::Failed, palette);
    return {};
}

int ResultModel::rowOf(qint64 id) const
{
    const auto row = std::ranges::lower_bound(m_rows, id, {}, &ResultRow::id);
    return row != m_rows.end() && row->id == id ? int(row - m_rows.begin()) : -1;
}

int ResultModel::rowAfter(qint64 id) const
{
    return int(std::ranges::upper_bound(m_rows, id, {}, &ResultRow::id) - m_rows.begin());
}

void ResultModel::reset(const QList<StoredEntry> &entries)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(std::size_t(entries.size()));
    m_counts = {};
    for (const StoredEntry &stored : entries) {
        Q_ASSERT(m_rows.empty() || m_rows.back().id < stored.id);
        ResultRow &row = m_rows.emplace_back(stored.id, stored.entry);
        m_counts.addEntry(row.entry);
        if (stored.lastResult)
            setResult(row, *stored.lastResult);
    }
    endResetModel();
    Q_EMIT countsChanged();
}

void ResultModel::append(qint64 firstId, const UrlList &entries)
{
    std::vector<ResultRow> rows;
    rows.reserve(std::size_t(entries.size()));
    for (const UrlEntry &entry : entries)
        rows.emplace_back(firstId++, entry);
    insert(rows);
}

void ResultModel::insert(const std::vector<ResultRow> &rows)
{
    if (rows.empty())
        return;
    for (const ResultRow &row : rows)
        count(row);
    const auto position = std::ranges::upper_bound(m_rows, rows.front().id, {}, &ResultRow::id);
    const bool isOnePlace = position == m_rows.end() || position->id > rows.back().id;
    if (isOnePlace) {
        const int first = int(position - m_rows.begin());
        beginInsertRows({}, first, first + int(rows.size()) - 1);
        m_rows.insert(position, rows.begin(), rows.end());
        endInsertRows();
    } else {
        beginResetModel();
        std::vector<ResultRow> merged;
        merged.reserve(m_rows.size() + rows.size());
        std::ranges::merge(m_rows, rows, std::back_inserter(merged), {}, &ResultRow::id, &ResultRow::id);
        m_rows = std::move(merged);
        endResetModel();
    }
    Q_EMIT countsChanged();
}

void ResultModel::count(const ResultRow &row)
{
    m_counts.addEntry(row.entry);
    if (row.result)
        m_counts.addResult(*row.result);
}

void ResultModel::discount(const ResultRow &row)
{
    m_counts.removeEntry(row.entry);
    if (row.result)
        m_counts.removeResult(*row.result);
}

void ResultModel::remove(const QList<qint64> &ids)
{
    std::vector<int> rows;
    for (const qint64 id : ids) {
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.empty())
        return;
    for (const int row : rows)
        discount(at(row));
    removeMany(rows);
    Q_EMIT countsChanged();
}

void ResultModel::removeMany(const std::vector<int> &rows)
{
    std::vector<std::pair<int, int>> ranges;
    for (const int row : rows) {
        if (!ranges.empty() && ranges.back().second + 1 == row)
            ranges.back().second = row;
        else
            ranges.emplace_back(row, row);
    }
    if (ranges.size() <= maximumRemovedRanges) {
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range)
            removeRange(range->first, range->second);
        return;
    }
    beginResetModel();
    auto next = rows.begin();
    std::size_t kept = std::size_t(*next);
    for (std::size_t row = kept; row < m_rows.size(); ++row) {
        if (next != rows.end() && std::size_t(*next) == row)
            ++next;
        else
            m_rows[kept++] = std::move(m_rows[row]);
    }
    m_rows.resize(kept);
    endResetModel();
}

void ResultModel::removeRange(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    endRemoveRows();
}

void ResultModel::setState(const QList<qint64> &ids, RowState state)
{
    Q_ASSERT(state == RowState::Queued || state == RowState::Running);
    Span span;
    for (const qint64 id : ids) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        m_rows[std::size_t(row)].state = state;
        span.include(row);
    }
    emitChanged(span);
}

void ResultModel::restoreState(const QList<qint64> &ids)
{
    Span span;
    for (const qint64 id : ids) {
        const int position = rowOf(id);
        if (position < 0)
            continue;
        ResultRow &row = m_rows[std::size_t(position)];
        row.state = row.result ? RowState::Done : RowState::Unchecked;
        span.include(position);
    }
    emitChanged(span);
}

void ResultModel::setResults(const QList<StoredResult> &results)
{
    Span span;
    for (const StoredResult &stored : results) {
        const int position = rowOf(stored.id);
        if (position < 0)
            continue;
        setResult(m_rows[std::size_t(position)], stored.result);
        span.include(position);
    }
    emitChanged(span);
    if (!span.isEmpty())
        Q_EMIT countsChanged();
}

void ResultModel::setPasts(const QList<qint64> &ids, const QList<RowPast> &pasts)
{
    Span span;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const int position = rowOf(ids.at(i));
        if (position < 0)
            continue;
        ResultRow &row = m_rows[std::size_t(position)];
        const RowPast &past = pasts.at(i);
        const bool isTheSame = row.past ? *row.past == past : past.isEmpty();
        if (isTheSame)
            continue;
        row.past = past.isEmpty() ? nullptr : std::make_shared<const RowPast>(past);
        span.include(position);
    }
    emitChanged(span);
}

void ResultModel::setEntries(const QList<StoredEntry> &entries)
{
    Span span;
    for (const StoredEntry &stored : entries) {
        const int position = rowOf(stored.id);
        if (position < 0)
            continue;
        ResultRow &row = m_rows[std::size_t(position)];
        m_counts.removeEntry(row.entry);
        row.entry = stored.entry;
        m_counts.addEntry(row.entry);
        span.include(position);
    }
    emitChanged(span);
    if (span.isEmpty())
        return;
    Q_EMIT countsChanged();
    Q_EMIT entriesChanged();
}

void ResultModel::replace(const ResultRow &row)
{
    const int position = rowOf(row.id);
    if (position < 0)
        return;
    discount(at(position));
    m_rows[std::size_t(position)] = row;
    count(row);
    Q_EMIT dataChanged(index(position, 0), index(position, columnCount() - 1));
    Q_EMIT countsChanged();
    Q_EMIT entriesChanged();
}

void ResultModel::setResult(ResultRow &row, const CheckResult &result)
{
    if (row.result)
        m_counts.removeResult(*row.result);
    row.result = std::make_shared<const KeptResult>(result, row.entry.url, m_servers);
    row.state = RowState::Done;
    m_counts.addResult(*row.result);
}

void ResultModel::emitChanged(const Span &span)
{
    if (!span.isEmpty())
        Q_EMIT dataChanged(index(span.first, 0), index(span.last, columnCount() - 1));
}

} // namespace rollcall
