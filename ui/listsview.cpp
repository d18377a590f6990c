// SPDX-License-Identifier: MIT
#include "ui/listsview.h"

#include "ui/listsmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace rollcall {

ListsView::ListsView(ListsModel &model, QWidget *parent) : QTreeView(parent), m_model(model)
{
    setObjectName(QStringLiteral("lists"));
    setAccessibleName(tr("Lists"));
    setModel(&m_model);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(EditKeyPressed);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(0);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(ListsModel::NameColumn, QHeaderView::Stretch);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!m_isSetting && current.isValid())
                    Q_EMIT listChosen(m_model.at(current.row()).id);
            });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &QWidget::updateGeometry);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
    // A row is as high as its icon and its counts want it, and those come with the first results.
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &QWidget::updateGeometry);
}

void ListsView::setOpenList(qint64 id)
{
    const QScopedValueRollback guard(m_isSetting, true);
    const QModelIndex index = m_model.index(m_model.rowOf(id), ListsModel::NameColumn);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ListsView::renameOpenList()
{
    setFocus(Qt::OtherFocusReason);
    edit(currentIndex().siblingAtColumn(ListsModel::NameColumn));
}

// These keys belong to the rows of the table wherever else they are pressed.
bool ListsView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F2 || key->matches(QKeySequence::Delete))
            event->accept();
    }
    return QTreeView::event(event);
}

void ListsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete) && state() != EditingState)
        Q_EMIT removeWanted();
    else
        QTreeView::keyPressEvent(event);
}

QSize ListsView::sizeHint() const
{
    return {QTreeView::sizeHint().width(), heightOfRows(std::clamp(m_model.rowCount(), 1, maximumRows))};
}

QSize ListsView::minimumSizeHint() const
{
    return {QTreeView::minimumSizeHint().width(), heightOfRows(1)};
}

int ListsView::heightOfRows(int rows) const
{
    const int row = m_model.rowCount() > 0 ? rowHeight(m_model.index(0, 0)) : fontMetrics().height() + 4;
    return rows * std::max(row, fontMetrics().height()) + 2 * frameWidth();
}

} // namespace rollcall
