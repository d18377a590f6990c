// SPDX-License-Identifier: MIT
#include "ui/sidebar.h"

#include "ui/facetsidebar.h"
#include "ui/listsview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace rollcall {

Sidebar::Sidebar(ListsView *lists, FacetSidebar *facets, QAction *newList, QWidget *parent) : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *title = new QLabel(tr("Lists"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setBuddy(lists);
    auto *add = new QToolButton;
    add->setDefaultAction(newList);
    add->setToolButtonStyle(Qt::ToolButtonIconOnly);
    add->setAutoRaise(true);
    add->setFocusPolicy(Qt::TabFocus);
    add->setAccessibleName(newList->iconText());

    auto *head = new QHBoxLayout;
    head->setContentsMargins(4, 2, 2, 0);
    head->addWidget(title, 1);
    head->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(lists);
    layout->addWidget(facets, 1);
}

} // namespace rollcall
