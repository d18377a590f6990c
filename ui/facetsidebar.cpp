// SPDX-License-Identifier: MIT
#include "ui/facetsidebar.h"

#include "ui/resultmodel.h"

#include <QHeaderView>

namespace rollcall {

FacetSidebar::FacetSidebar(const ResultModel &results, QWidget *parent)
    : QTreeView(parent),
      m_results(results)
{
    setObjectName(QStringLiteral("facets"));
    setAccessibleName(tr("Groups of rows"));
    setModel(&m_model);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(8);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    setFrameShape(QFrame::NoFrame);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    expandAll();

    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, &FacetSidebar::refresh);
    connect(&m_results, &ResultModel::countsChanged, this, [this] {
        if (!m_refreshTimer.isActive())
            m_refreshTimer.start();
    });
    connect(&m_results, &QAbstractItemModel::modelReset, this, &FacetSidebar::refresh);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!m_isRefreshing && m_model.flags(current).testFlag(Qt::ItemIsSelectable))
            choose(m_model.facetAt(current));
    });
    refresh();
    chooseAll();
}

void FacetSidebar::chooseAll()
{
    chooseFacet(Facet());
}

void FacetSidebar::chooseFacet(const Facet &facet)
{
    const QModelIndex index = m_model.indexOf(facet);
    setCurrentIndex(index.isValid() ? index : m_model.indexOf(Facet()));
}

void FacetSidebar::refresh()
{
    m_isRefreshing = true;
    m_model.update(m_results.counts());
    const QModelIndex chosen = m_model.indexOf(m_chosen);
    if (chosen.isValid())
        setCurrentIndex(chosen);
    m_isRefreshing = false;
    if (!chosen.isValid())
        chooseAll();
}

void FacetSidebar::choose(const Facet &facet)
{
    if (facet == m_chosen)
        return;
    m_chosen = facet;
    Q_EMIT facetChosen(facet);
}

} // namespace rollcall
