// SPDX-License-Identifier: MIT
#include "ui/savedview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace rollcall {

namespace {

constexpr auto viewsKey = "table/views";

constexpr QLatin1String nameKey("name");
constexpr QLatin1String textKey("text");
constexpr QLatin1String columnKey("in");
constexpr QLatin1String expressionKey("expression");
constexpr QLatin1String facetKey("facet");
constexpr QLatin1String facetValueKey("facetValue");
constexpr QLatin1String layoutKey("layout");

// For the settings file: they never change.
constexpr std::array facetNames = {
    std::pair(FacetKind::All, "all"),
    std::pair(FacetKind::Outcome, "outcome"),
    std::pair(FacetKind::Unchecked, "unchecked"),
    std::pair(FacetKind::Error, "error"),
    std::pair(FacetKind::Type, "type"),
    std::pair(FacetKind::Host, "host"),
};

QString nameOf(FacetKind kind)
{
    const auto *const found = std::ranges::find(facetNames, kind, &std::pair<FacetKind, const char *>::first);
    return found == facetNames.end() ? QString() : QString::fromLatin1(found->second);
}

Facet facetIn(const QJsonObject &json)
{
    const QByteArray name = json[facetKey].toString().toLatin1();
    const auto *const found =
        std::ranges::find_if(facetNames, [&name](const auto &each) { return name == each.second; });
    return found == facetNames.end() ? Facet() : Facet(found->first, json[facetValueKey].toString().toUtf8());
}

RowFilter filterIn(const QJsonObject &json)
{
    std::optional<ResultColumn> column;
    for (const ResultColumn candidate : RowFilter::searchableColumns()) {
        if (json[columnKey].toString() == QLatin1String(resultColumn(candidate).id))
            column = candidate;
    }
    const RowFilter filter(json[textKey].toString(), column, json[expressionKey].toBool());
    return filter.error().isEmpty() ? filter : RowFilter();
}

QJsonObject toJson(const SavedView &view)
{
    QJsonObject json{{nameKey, view.name},
                     {textKey, view.filter.text()},
                     {expressionKey, view.filter.isRegularExpression()},
                     {facetKey, nameOf(view.facet.kind())},
                     {facetValueKey, QString::fromUtf8(view.facet.key())},
                     {layoutKey, toJson(view.layout)}};
    if (view.filter.column())
        json[columnKey] = QString::fromLatin1(resultColumn(*view.filter.column()).id);
    return json;
}

} // namespace

QList<SavedView> savedViews(const QSettings &settings)
{
    QList<SavedView> views;
    const QByteArray json = settings.value(QLatin1String(viewsKey)).toByteArray();
    for (const auto &item : QJsonDocument::fromJson(json).array()) {
        const QJsonObject view = item.toObject();
        const QString name = view[nameKey].toString();
        if (!name.isEmpty())
            views.append(SavedView(name, filterIn(view), facetIn(view),
                                   tableLayoutFromJson(view[layoutKey].toObject())));
    }
    return views;
}

void saveViews(QSettings &settings, const QList<SavedView> &views)
{
    QList<SavedView> sorted = views;
    std::ranges::sort(sorted, [](const SavedView &a, const SavedView &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    QJsonArray array;
    for (const SavedView &view : std::as_const(sorted))
        array.append(toJson(view));
    settings.setValue(QLatin1String(viewsKey), QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace rollcall
