// SPDX-License-Identifier: MIT
#include "ui/facetmodel.h"

#include "ui/format.h"
#include "ui/outcomelook.h"
#include "ui/wording.h"

#include <QFont>

#include <algorithm>
#include <utility>

namespace rollcall {

namespace {

enum GroupRow { StatusGroup, ErrorGroup, TagGroup, TypeGroup, HostGroup };
enum Column { NameColumn, CountColumn, ColumnCount };

constexpr quintptr titleId = 0; // of a title's index; that of a facet is its group's row plus one

constexpr std::array outcomes = {Outcome::Ok, Outcome::Warning, Outcome::Failed, Outcome::Cancelled};

} // namespace

FacetModel::FacetModel(QObject *parent)
    : QAbstractItemModel(parent),
      m_groups{Group(tr("Status")), Group(tr("Error")), Group(tr("Tag")), Group(tr("Type")),
               Group(tr("Host"))},
      m_uncheckedIcon(symbolIcon(QStringLiteral("state-unchecked"), Tone::Muted))
{
    for (const Outcome outcome : outcomes)
        m_outcomeIcons[std::size_t(outcome)] = outcomeIcon(outcome);
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : titleId);
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == titleId)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, titleId);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != titleId || parent.column() != 0)
        return 0;
    return int(m_groups[std::size_t(parent.row())].items.size());
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == titleId) {
        QFont bold;
        bold.setBold(true);
        if (role == Qt::FontRole)
            return bold;
        return role == Qt::DisplayRole && index.column() == NameColumn
                   ? m_groups[std::size_t(index.row())].title
                   : QVariant();
    }
    const Item &item = m_groups[std::size_t(index.internalId()) - 1].items[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? item.text : formatCount(item.count);
    case Qt::ToolTipRole:
        return item.text;
    case Qt::DecorationRole:
        return index.column() == NameColumn ? item.icon : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == NameColumn ? QVariant()
                                            : QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: // a screen reader reads the name; the count belongs to it
        return QStringLiteral("%1, %2").arg(item.text, formatCount(item.count));
    default:
        return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.internalId() == titleId
               ? Qt::ItemIsEnabled
               : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void FacetModel::update(const FacetCounts &counts)
{
    setItems(StatusGroup, statusItems(counts));
    setItems(ErrorGroup, errorItems(counts));
    setItems(TagGroup, itemsOf(counts.tags(), FacetKind::Tag));
    setItems(TypeGroup, itemsOf(counts.types(), FacetKind::Type));
    setItems(HostGroup, itemsOf(counts.hosts(), FacetKind::Host));
}

FacetModel::Items FacetModel::statusItems(const FacetCounts &counts) const
{
    Items items{Item(Facet(), tr("All"), counts.entries())};
    for (const Outcome outcome : outcomes) {
        items.emplace_back(Facet(FacetKind::Outcome, slug(outcome)), outcomeWord(outcome),
                           counts.outcome(outcome), m_outcomeIcons[std::size_t(outcome)]);
    }
    items.emplace_back(Facet(FacetKind::Unchecked), tr("Not checked"), counts.unchecked(), m_uncheckedIcon);
    return items;
}

FacetModel::Items FacetModel::errorItems(const FacetCounts &counts)
{
    Items items;
    for (const ErrorKindInfo &info : errorKinds()) {
        if (info.kind != ErrorKind::None && counts.error(info.kind) > 0)
            items.emplace_back(Facet(FacetKind::Error, info.slug), errorTitle(info.kind),
                               counts.error(info.kind));
    }
    return items;
}

/// Those with the most rows, by name.
FacetModel::Items FacetModel::itemsOf(const FacetCounts::Counts &counts, FacetKind kind)
{
    std::vector<std::pair<qsizetype, QByteArray>> most;
    most.reserve(std::size_t(counts.size()));
    for (const auto &[key, count] : counts.asKeyValueRange())
        most.emplace_back(count, key);
    if (qsizetype(most.size()) > maximumShown) {
        std::ranges::nth_element(most, most.begin() + maximumShown, std::ranges::greater());
        most.resize(maximumShown);
    }
    std::ranges::sort(most, {}, &std::pair<qsizetype, QByteArray>::second);
    Items items;
    for (const auto &[count, key] : most)
        items.emplace_back(Facet(kind, key), QString::fromUtf8(key), count);
    return items;
}

/// Goes from the items that are shown to \a items, both in the same order, one change at a time.
void FacetModel::setItems(int group, Items items)
{
    Items &shown = m_groups[std::size_t(group)].items;
    const QModelIndex title = index(group, 0);
    const auto isWanted = [&items](const Item &item) {
        return std::ranges::find(items, item.facet, &Item::facet) != items.end();
    };
    for (int row = int(shown.size()) - 1; row >= 0; --row) {
        if (!isWanted(shown[std::size_t(row)])) {
            beginRemoveRows(title, row, row);
            shown.erase(shown.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t row = 0; row < items.size(); ++row) {
        if (row < shown.size() && shown[row].facet == items[row].facet) {
            if (shown[row].count != items[row].count) {
                shown[row].count = items[row].count;
                Q_EMIT dataChanged(index(int(row), 0, title), index(int(row), CountColumn, title));
            }
        } else {
            beginInsertRows(title, int(row), int(row));
            shown.insert(shown.begin() + std::ptrdiff_t(row), std::move(items[row]));
            endInsertRows();
        }
    }
}

Facet FacetModel::facetAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == titleId)
        return {};
    return m_groups[std::size_t(index.internalId()) - 1].items[std::size_t(index.row())].facet;
}

QModelIndex FacetModel::indexOf(const Facet &facet) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const Items &items = m_groups[std::size_t(group)].items;
        const auto position = std::ranges::find(items, facet, &Item::facet);
        if (position != items.end())
            return index(int(position - items.begin()), 0, index(group, 0));
    }
    return {};
}

} // namespace rollcall
