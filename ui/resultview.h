// SPDX-License-Identifier: MIT
// The table of the results: its header menu, what of its layout is remembered, and what is copied from it.
#pragma once

#include "ui/resultfiltermodel.h"

#include <QTableView>

#include <optional>

QT_BEGIN_NAMESPACE
class QMenu;
class QSettings;
QT_END_NAMESPACE

namespace rollcall {

/// Shows a ResultFilterModel. A row that the person selected stays where it is seen while others move.
class ResultView : public QTableView
{
    Q_OBJECT
public:
    /// \a model is borrowed and outlives this.
    explicit ResultView(ResultFilterModel &model, QWidget *parent = nullptr);

    /// The ids of the selected rows, from top to bottom.
    QList<qint64> selectedIds() const;
    /// The current row, if it is selected.
    const ResultRow *currentRow() const;
    /// The selected rows as tab-separated text, the shown columns in the order in which they are shown.
    QString selectedText() const;
    /// Begins to edit the URL of the current row.
    void editUrl();
    /// The URLs of the selected rows, one a line.
    QString selectedUrls() const;

    /// Fills \a menu with an entry for each column that shows or hides it; the last one shown stays.
    void fillColumnMenu(QMenu &menu);

    void saveLayout(QSettings &settings) const;
    void restoreLayout(const QSettings &settings);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setFirstLayout();
    QList<int> selectedRows() const;
    QList<int> shownColumns() const;
    void rememberPlace();
    void keepPlace();

    ResultFilterModel &m_model;
    /// While rows move: how far below the top edge the current row was, where it was in sight.
    std::optional<int> m_currentTop;
};

} // namespace rollcall
