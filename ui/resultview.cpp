// SPDX-License-Identifier: MIT
#include "ui/resultview.h"

#include "ui/bardelegate.h"
#include "ui/resultcolumns.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace rollcall {

namespace {

constexpr auto layoutKey = "table/layout";
constexpr auto columnsKey = "table/columns";

// A layout saved by a version with other columns would be put on the wrong ones.
QStringList columnIds()
{
    QStringList ids;
    for (const ResultColumnInfo &column : resultColumns())
        ids.append(QString::fromLatin1(column.id));
    return ids;
}

QString oneCell(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

ResultView::ResultView(ResultFilterModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(&m_model);
    setObjectName(QStringLiteral("results"));
    setAccessibleName(tr("Results"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers); // see editUrl(); a double click shows details
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *barDelegate = new BarDelegate(this);
    for (const ResultColumnInfo &column : resultColumns()) {
        if (column.bar)
            setItemDelegateForColumn(columnOf(column.column), barDelegate);
    }

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    setFirstLayout();
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);

    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(horizontalHeader()->mapToGlobal(position));
    });
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, &ResultView::rememberPlace);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &ResultView::keepPlace);
}

void ResultView::setFirstLayout()
{
    const int character = fontMetrics().averageCharWidth();
    for (const ResultColumnInfo &column : resultColumns()) {
        setColumnWidth(columnOf(column.column), column.characters * character);
        setColumnHidden(columnOf(column.column), !column.shownAtFirst);
    }
}

QList<int> ResultView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<qint64> ResultView::selectedIds() const
{
    QList<qint64> ids;
    for (const int row : selectedRows())
        ids.append(m_model.source().at(m_model.toSourceRow(row)).id);
    return ids;
}

const ResultRow *ResultView::currentRow() const
{
    const QModelIndex current = currentIndex();
    return selectionModel()->isSelected(current) ? &m_model.source().at(m_model.toSourceRow(current.row()))
                                                 : nullptr;
}

QList<int> ResultView::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < m_model.columnCount(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

QString ResultView::selectedText() const
{
    const QList<int> columns = shownColumns();
    QString text;
    for (const int row : selectedRows()) {
        QStringList cells;
        for (const int column : columns)
            cells.append(oneCell(m_model.index(row, column).data().toString()));
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void ResultView::editUrl()
{
    const QModelIndex url = currentIndex().siblingAtColumn(columnOf(ResultColumn::Url));
    if (!url.isValid())
        return;
    setColumnHidden(url.column(), false);
    scrollTo(url);
    edit(url);
}

QString ResultView::selectedUrls() const
{
    QString text;
    for (const int row : selectedRows()) {
        const UrlEntry &entry = m_model.source().at(m_model.toSourceRow(row)).entry;
        text += QString::fromUtf8(entry.url) + QLatin1Char('\n');
    }
    return text;
}

void ResultView::fillColumnMenu(QMenu &menu)
{
    const bool isLastShown = shownColumns().size() == 1;
    for (const ResultColumnInfo &info : resultColumns()) {
        const int column = columnOf(info.column);
        QAction *action = menu.addAction(columnHeader(info));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || !isLastShown);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
}

void ResultView::saveLayout(QSettings &settings) const
{
    settings.setValue(QLatin1String(columnsKey), columnIds());
    settings.setValue(QLatin1String(layoutKey), horizontalHeader()->saveState());
}

void ResultView::restoreLayout(const QSettings &settings)
{
    if (settings.value(QLatin1String(columnsKey)).toStringList() != columnIds())
        return;
    horizontalHeader()->restoreState(settings.value(QLatin1String(layoutKey)).toByteArray());
}

void ResultView::rememberPlace()
{
    m_currentTop.reset();
    if (const QRect rect = visualRect(currentIndex()); viewport()->rect().intersects(rect))
        m_currentTop = rect.top();
}

void ResultView::keepPlace()
{
    if (!m_currentTop || !currentIndex().isValid())
        return;
    executeDelayedItemsLayout();
    const int moved = visualRect(currentIndex()).top() - *m_currentTop;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

void ResultView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model.rowCount() > 0 || m_model.source().rowCount() == 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No URL matches the filter."));
}

} // namespace rollcall
