// SPDX-License-Identifier: MIT
#include "ui/tablearrangement.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace rollcall {

namespace {

constexpr int leastWidth = 20;
constexpr int mostWidth = 4'000;

constexpr QLatin1String columnsKey("columns");
constexpr QLatin1String idKey("id");
constexpr QLatin1String widthKey("width");
constexpr QLatin1String shownKey("shown");
constexpr QLatin1String sortingKey("sorting");
constexpr QLatin1String descendingKey("descending");

QString idOf(ResultColumn column)
{
    return QString::fromLatin1(resultColumn(column).id);
}

std::optional<ResultColumn> columnIn(const QJsonObject &json)
{
    const QByteArray id = json[idKey].toString().toLatin1();
    const auto columns = resultColumns();
    const auto found =
        std::ranges::find_if(columns, [&id](const ResultColumnInfo &info) { return id == info.id; });
    return found == columns.end() ? std::nullopt : std::optional(found->column);
}

template <class Item>
bool has(const QList<Item> &items, ResultColumn column)
{
    return std::ranges::any_of(items, [column](const Item &item) { return item.column == column; });
}

} // namespace

bool TableArrangement::showsAnything() const
{
    return std::ranges::any_of(columns, &ColumnPlace::isShown);
}

QJsonObject toJson(const TableArrangement &layout)
{
    QJsonArray columns;
    for (const ColumnPlace &place : layout.columns) {
        columns.append(
            QJsonObject{{idKey, idOf(place.column)}, {widthKey, place.width}, {shownKey, place.isShown}});
    }
    QJsonArray sorting;
    for (const SortColumn &by : layout.sorting) {
        sorting.append(
            QJsonObject{{idKey, idOf(by.column)}, {descendingKey, by.order == Qt::DescendingOrder}});
    }
    return {{columnsKey, columns}, {sortingKey, sorting}};
}

TableArrangement tableLayoutFromJson(const QJsonObject &json)
{
    TableArrangement layout;
    for (const auto &item : json[columnsKey].toArray()) {
        const QJsonObject place = item.toObject();
        const std::optional<ResultColumn> column = columnIn(place);
        if (column && !has(layout.columns, *column)) {
            layout.columns.append(ColumnPlace(*column,
                                              std::clamp(place[widthKey].toInt(), leastWidth, mostWidth),
                                              place[shownKey].toBool()));
        }
    }
    for (const auto &item : json[sortingKey].toArray()) {
        const QJsonObject by = item.toObject();
        const std::optional<ResultColumn> column = columnIn(by);
        if (column && !has(layout.sorting, *column)) {
            layout.sorting.append(
                SortColumn(*column, by[descendingKey].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder));
        }
    }
    return layout;
}

} // namespace rollcall
