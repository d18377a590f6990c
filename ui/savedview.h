// SPDX-License-Identifier: MIT
// A way of looking at the list that the person has given a name: the filter, the group of rows, the columns
// and their order.
#pragma once

#include "ui/facet.h"
#include "ui/rowfilter.h"
#include "ui/tablearrangement.h"

#include <QList>
#include <QString>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace rollcall {

struct SavedView {
    SavedView() = default;
    SavedView(QString viewName, RowFilter rowFilter, Facet rowFacet, TableArrangement tableArrangement)
        : name(std::move(viewName)),
          filter(std::move(rowFilter)),
          facet(std::move(rowFacet)),
          layout(std::move(tableArrangement))
    {
    }

    QString name;
    RowFilter filter; ///< valid
    Facet facet;
    TableArrangement layout;
};

/// The views that are kept in \a settings, by name. What cannot be read of them is as if it had never been
/// said: the view shows more.
QList<SavedView> savedViews(const QSettings &settings);
void saveViews(QSettings &settings, const QList<SavedView> &views);

} // namespace rollcall
