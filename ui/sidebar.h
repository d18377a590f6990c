// SPDX-License-Identifier: MIT
// The side of the window: the lists, and below them the groups of rows of the open one.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace rollcall {

class FacetSidebar;
class ListsView;

/// Puts the two below each other, under a title with a button that makes a new list.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    /// Takes over \a lists and \a facets; \a newList is borrowed.
    Sidebar(ListsView *lists, FacetSidebar *facets, QAction *newList, QWidget *parent = nullptr);
};

} // namespace rollcall
