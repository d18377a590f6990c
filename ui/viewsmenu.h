// SPDX-License-Identifier: MIT
// The menu of the saved views: chooses one, saves the present one, and opens the list that renames and
// deletes.
#pragma once

#include "ui/savedview.h"

#include <QMenu>

#include <functional>

namespace rollcall {

class FacetSidebar;
class FilterBar;
class ResultView;

/// Filled each time it opens.
class ViewsMenu : public QMenu
{
    Q_OBJECT
public:
    /// All are borrowed and outlive this.
    ViewsMenu(FilterBar &filter, FacetSidebar &facets, ResultView &view, QSettings &settings,
              QWidget *parent = nullptr);

private:
    void fill();
    void show(const SavedView &view);
    void askForName();
    void save(const QString &name);
    void openList();

    FilterBar &m_filter;
    FacetSidebar &m_facets;
    ResultView &m_view;
    QSettings &m_settings;
};

} // namespace rollcall
