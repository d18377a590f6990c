// SPDX-License-Identifier: MIT
// The pane at the side in which the person chooses a group of rows: by status, error, type or host.
#pragma once

#include "ui/facetmodel.h"

#include <QTimer>
#include <QTreeView>

#include <chrono>

namespace rollcall {

class ResultModel;

/// Shows how many rows there are of each kind, brought up to date at most every refreshInterval, and says
/// which kind was chosen. When the rows of the chosen kind are no more, all rows are chosen.
class FacetSidebar : public QTreeView
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds refreshInterval{500};

    /// \a results is borrowed and outlives this.
    explicit FacetSidebar(const ResultModel &results, QWidget *parent = nullptr);

    const Facet &chosen() const { return m_chosen; }
    /// Whether counts have changed that are not shown yet.
    bool isSettling() const { return m_refreshTimer.isActive(); }
    /// Chooses every row.
    void chooseAll();
    /// Where \a facet is shown; invalid where it is not.
    QModelIndex findFacet(const Facet &facet) const { return m_model.indexOf(facet); }
    /// Chooses \a facet; every row if there are none of its kind.
    void chooseFacet(const Facet &facet);

Q_SIGNALS:
    void facetChosen(const rollcall::Facet &facet);

private:
    void refresh();
    void choose(const Facet &facet);

    const ResultModel &m_results;
    FacetModel m_model;
    Facet m_chosen;
    bool m_isRefreshing = false; // the view's own choice when the current item goes does not count
    QTimer m_refreshTimer;
};

} // namespace rollcall
