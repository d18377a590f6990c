// SPDX-License-Identifier: MIT
#include "ui/resultview.h"

#include "ui/bardelegate.h"
#include "ui/resultcolumns.h"
#include "ui/sortheader.h"
#include "ui/trenddelegate.h"

#include <QEvent>
#include <QJsonDocument>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace rollcall {

namespace {

constexpr auto arrangementKey = "table/arrangement";

} // namespace

ResultView::ResultView(ResultFilterModel &model, QWidget *parent)
    : QTableView(parent),
      m_model(model),
      m_header(new SortHeader)
{
    setHorizontalHeader(m_header);
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
    setItemDelegateForColumn(columnOf(ResultColumn::Trend), new TrendDelegate(this));

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);
    fitRowsToFont();
    m_header->setStretchLastSection(true);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    setLayout(firstLayout());

    connect(m_header, &SortHeader::sortingWanted, &m_model, &ResultFilterModel::setSorting);
    connect(&m_model, &ResultFilterModel::sortingChanged, this,
            [this] { m_header->setSorting(m_model.sorting()); });
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(m_header->mapToGlobal(position));
    });
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, &ResultView::rememberPlace);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &ResultView::keepPlace);
}

void ResultView::fitRowsToFont()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

void ResultView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRowsToFont();
}

TableArrangement ResultView::firstLayout() const
{
    const int character = fontMetrics().averageCharWidth();
    TableArrangement layout;
    for (const ResultColumnInfo &column : resultColumns())
        layout.columns.append(ColumnPlace(column.column, column.characters * character, column.shownAtFirst));
    return layout;
}

TableArrangement ResultView::layout() const
{
    TableArrangement layout;
    for (int place = 0; place < m_header->count(); ++place) {
        const int section = m_header->logicalIndex(place);
        const bool isShown = !m_header->isSectionHidden(section);
        // A hidden section has no width, but the one that it had is known by its column.
        const int width = isShown ? m_header->sectionSize(section) : m_hiddenWidths.value(section);
        layout.columns.append(ColumnPlace(ResultColumn(section), width, isShown));
    }
    layout.sorting = m_model.sorting();
    return layout;
}

void ResultView::setLayout(const TableArrangement &layout)
{
    if (!layout.showsAnything())
        return;
    for (int section = 0; section < m_header->count(); ++section)
        m_header->hideSection(section);
    for (int place = 0; place < int(layout.columns.size()); ++place) {
        const ColumnPlace &column = layout.columns.at(place);
        const int section = columnOf(column.column);
        m_header->moveSection(m_header->visualIndex(section), place);
        m_hiddenWidths[section] = column.width;
        showColumn(section, column.isShown);
    }
    if (layout.sorting != m_model.sorting())
        m_model.setSorting(layout.sorting);
}

void ResultView::showColumn(int section, bool isShown)
{
    if (isShown) {
        m_header->showSection(section);
        m_header->resizeSection(section, m_hiddenWidths.value(section));
    } else {
        if (!m_header->isSectionHidden(section))
            m_hiddenWidths[section] = m_header->sectionSize(section);
        m_header->hideSection(section);
    }
    Q_EMIT shownColumnsChanged();
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
        ids.append(m_model.at(row).id);
    return ids;
}

QList<qint64> ResultView::shownIdsToCheck() const
{
    QList<qint64> ids;
    ids.reserve(m_model.rowCount());
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const ResultRow &shown = m_model.at(row);
        if (!shown.entry.details().isDisabled)
            ids.append(shown.id);
    }
    return ids;
}

const ResultRow *ResultView::currentRow() const
{
    const QModelIndex current = currentIndex();
    return selectionModel()->isSelected(current) ? &m_model.at(current.row()) : nullptr;
}

QList<ResultColumn> ResultView::shownColumns() const
{
    QList<ResultColumn> columns;
    for (const ColumnPlace &place : layout().columns) {
        if (place.isShown)
            columns.append(place.column);
    }
    return columns;
}

std::vector<ResultRow> ResultView::selectedResults() const
{
    std::vector<ResultRow> results;
    for (const int row : selectedRows())
        results.push_back(m_model.at(row));
    return results;
}

bool ResultView::selectUrl(const QByteArray &url)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.at(row).entry.url != url)
            continue;
        setCurrentIndex(m_model.index(row, std::max(currentIndex().column(), 0)));
        selectRow(row);
        scrollTo(currentIndex());
        return true;
    }
    return false;
}

void ResultView::editUrl()
{
    const QModelIndex url = currentIndex().siblingAtColumn(columnOf(ResultColumn::Url));
    if (!url.isValid())
        return;
    if (isColumnHidden(url.column()))
        showColumn(url.column(), true);
    scrollTo(url);
    edit(url);
}

QString ResultView::selectedUrls() const
{
    QString text;
    for (const int row : selectedRows()) {
        const UrlEntry &entry = m_model.at(row).entry;
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
        action->setToolTip(columnHelp(info));
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { showColumn(column, isShown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Fit to contents")), &QAction::triggered, this,
            &QTableView::resizeColumnsToContents);
    connect(menu.addAction(tr("&Reset")), &QAction::triggered, this, [this] { setLayout(firstLayout()); });
}

void ResultView::fillSortMenu(QMenu &menu)
{
    auto *further = new QMenu(tr("&Then by"), &menu);
    for (const ResultColumn column : shownColumns()) {
        addSortAction(menu, column, false);
        addSortAction(*further, column, true);
    }
    menu.addSeparator();
    menu.addMenu(further)->setEnabled(!m_model.sorting().isEmpty());
    connect(menu.addAction(tr("&Order of the list")), &QAction::triggered, this,
            [this] { m_model.setSorting({}); });
}

void ResultView::addSortAction(QMenu &menu, ResultColumn column, bool adds)
{
    QString text = columnHeader(resultColumn(column));
    const Sorting &sorting = m_model.sorting();
    const auto by = std::ranges::find(sorting, column, &SortColumn::column);
    if (by != sorting.end())
        text = (by->order == Qt::AscendingOrder ? tr("%1, ascending") : tr("%1, descending")).arg(text);
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(by != sorting.end());
    connect(action, &QAction::triggered, this,
            [this, column, adds] { m_model.setSorting(sortingAfterClick(m_model.sorting(), column, adds)); });
}

void ResultView::saveLayout(QSettings &settings) const
{
    settings.setValue(QLatin1String(arrangementKey),
                      QJsonDocument(toJson(layout())).toJson(QJsonDocument::Compact));
}

void ResultView::restoreLayout(const QSettings &settings)
{
    const QByteArray json = settings.value(QLatin1String(arrangementKey)).toByteArray();
    setLayout(tableLayoutFromJson(QJsonDocument::fromJson(json).object()));
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
