// SPDX-License-Identifier: MIT
// The facets of the list as a tree: what rows can be grouped by, the values that occur, and how many rows
// have each.
#pragma once

#include "ui/facet.h"
#include "ui/facetcounts.h"

#include <QAbstractItemModel>
#include <QIcon>
#include <QString>

#include <array>
#include <vector>

namespace rollcall {

/// Two levels: titles, which cannot be chosen, and facets. Column 0 is the name, column 1 the count.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    /// Of hosts and types only those with the most rows are shown.
    static constexpr qsizetype maximumShown = 100;

    /// Without facets until update().
    explicit FacetModel(QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Shows \a counts. Facets that stay keep their indexes.
    void update(const FacetCounts &counts);
    /// The facet at \a index; every row for a title.
    Facet facetAt(const QModelIndex &index) const;
    /// Where \a facet is; invalid if it is not shown.
    QModelIndex indexOf(const Facet &facet) const;

private:
    struct Item {
        Item(Facet itemFacet, QString itemText, qsizetype rows, QIcon itemIcon = {})
            : facet(std::move(itemFacet)),
              text(std::move(itemText)),
              count(rows),
              icon(std::move(itemIcon))
        {
        }
        Facet facet;
        QString text;
        qsizetype count;
        QIcon icon;
    };
    using Items = std::vector<Item>;
    struct Group {
        explicit Group(QString groupTitle) : title(std::move(groupTitle)) {}
        QString title;
        Items items;
    };

    Items statusItems(const FacetCounts &counts) const;
    static Items errorItems(const FacetCounts &counts);
    static Items itemsOf(const FacetCounts::Counts &counts, FacetKind kind);
    void setItems(int group, Items items);

    std::vector<Group> m_groups;
    std::array<QIcon, 4> m_outcomeIcons;
    QIcon m_uncheckedIcon;
};

} // namespace rollcall
