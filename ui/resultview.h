// SPDX-License-Identifier: MIT
// The table of the results: its header menu, what of its layout is remembered, and what is copied from it.
#pragma once

#include "ui/resultfiltermodel.h"
#include "ui/tablearrangement.h"

#include <QHash>
#include <QTableView>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QMenu;
class QSettings;
QT_END_NAMESPACE

namespace rollcall {

class SortHeader;

/// Shows a ResultFilterModel. A row that the person selected stays where it is seen while others move.
class ResultView : public QTableView
{
    Q_OBJECT
public:
    /// \a model is borrowed and outlives this.
    explicit ResultView(ResultFilterModel &model, QWidget *parent = nullptr);

    /// The ids of the selected rows, from top to bottom.
    QList<qint64> selectedIds() const;
    /// The ids of the rows that the filter leaves and that are not disabled, in the order of the table.
    QList<qint64> shownIdsToCheck() const;
    /// The current row, if it is selected.
    const ResultRow *currentRow() const;
    /// Selects the row of \a url and brings it in sight; false if no row that is shown has it.
    bool selectUrl(const QByteArray &url);
    /// Begins to edit the URL of the current row.
    void editUrl();
    /// The URLs of the selected rows, one a line.
    QString selectedUrls() const;

    /// Copies of the selected rows, from top to bottom.
    std::vector<ResultRow> selectedResults() const;
    /// The columns that are shown, from left to right.
    QList<ResultColumn> shownColumns() const;

    /// Fills \a menu with an entry for each column that shows or hides it, of which the last one shown stays,
    /// and with what fits or resets all of them.
    void fillColumnMenu(QMenu &menu);
    /// Fills \a menu with an entry for each shown column that sorts by it, alone or beside others.
    void fillSortMenu(QMenu &menu);

    TableArrangement layout() const;
    /// A layout that shows nothing is passed over. Columns that \a layout does not know are hidden.
    void setLayout(const TableArrangement &layout);
    void saveLayout(QSettings &settings) const;
    void restoreLayout(const QSettings &settings);

Q_SIGNALS:
    void shownColumnsChanged();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitRowsToFont();
    TableArrangement firstLayout() const;
    void showColumn(int section, bool isShown);
    void addSortAction(QMenu &menu, ResultColumn column, bool adds);
    QList<int> selectedRows() const;
    void rememberPlace();
    void keepPlace();

    ResultFilterModel &m_model;
    SortHeader *m_header;
    QHash<int, int> m_hiddenWidths; ///< by section, for when it is shown again
    /// While rows move: how far below the top edge the current row was, where it was in sight.
    std::optional<int> m_currentTop;
};

} // namespace rollcall
