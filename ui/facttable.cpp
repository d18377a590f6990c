// SPDX-License-Identifier: MIT
#include "ui/facttable.h"

#include "ui/rowtable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace rollcall {

FactTable::FactTable(const QStringList &headers, QWidget *parent) : QTableWidget(parent)
{
    setColumnCount(int(headers.size()));
    setHorizontalHeaderLabels(headers);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    showPlainRows(*this);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *action = new QAction(tr("&Copy"), this);
    connect(action, &QAction::triggered, this, &FactTable::copy);
    addAction(action);
}

void FactTable::setRows(const QList<QStringList> &rows)
{
    clearContents();
    setRowCount(int(rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const QString &text = rows.at(row).at(column);
            auto *cell = new QTableWidgetItem(text);
            cell->setToolTip(text);
            setItem(row, column, cell);
        }
    }
    resizeColumnsToContents();
}

QString FactTable::text() const
{
    QString text;
    for (int row = 0; row < rowCount(); ++row) {
        if (selectionModel()->hasSelection() && !selectionModel()->isRowSelected(row))
            continue;
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells.append(item(row, column)->text());
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void FactTable::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

// The window's own "Copy rows" has the same key: here it is ours.
bool FactTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        event->accept();
    return QTableWidget::event(event);
}

void FactTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableWidget::keyPressEvent(event);
}

} // namespace rollcall
