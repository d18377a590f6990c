// SPDX-License-Identifier: MIT
#include "ui/viewsmenu.h"

#include "ui/facetsidebar.h"
#include "ui/filterbar.h"
#include "ui/resultview.h"
#include "ui/viewsdialog.h"
#include "ui/wording.h"

#include <QInputDialog>

namespace rollcall {

ViewsMenu::ViewsMenu(FilterBar &filter, FacetSidebar &facets, ResultView &view, QSettings &settings,
                     QWidget *parent)
    : QMenu(tr("Saved &views"), parent),
      m_filter(filter),
      m_facets(facets),
      m_view(view),
      m_settings(settings)
{
    connect(this, &QMenu::aboutToShow, this, &ViewsMenu::fill);
}

void ViewsMenu::fill()
{
    clear();
    const QList<SavedView> views = savedViews(m_settings);
    for (const SavedView &view : views)
        connect(addAction(menuText(view.name)), &QAction::triggered, this, [this, view] { show(view); });
    addSeparator();
    connect(addAction(tr("&Save this view…")), &QAction::triggered, this, &ViewsMenu::askForName);
    QAction *list = addAction(tr("&Rename or delete…"));
    list->setEnabled(!views.isEmpty());
    connect(list, &QAction::triggered, this, &ViewsMenu::openList);
}

void ViewsMenu::show(const SavedView &view)
{
    m_view.setLayout(view.layout);
    m_filter.setFilter(view.filter);
    m_facets.chooseFacet(view.facet);
}

void ViewsMenu::askForName()
{
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save view"));
    dialog->setLabelText(tr("Name of the filter, group, columns and order that are shown:"));
    connect(dialog, &QInputDialog::textValueSelected, this, &ViewsMenu::save);
    dialog->open();
}

/// A view of the same name is replaced.
void ViewsMenu::save(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return;
    QList<SavedView> views = savedViews(m_settings);
    views.removeIf([&trimmed](const SavedView &view) { return view.name == trimmed; });
    views.append(SavedView(trimmed, m_filter.filter(), m_facets.chosen(), m_view.layout()));
    saveViews(m_settings, views);
}

void ViewsMenu::openList()
{
    (new ViewsDialog(m_settings, parentWidget()))->open();
}

} // namespace rollcall
