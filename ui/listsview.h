// SPDX-License-Identifier: MIT
// The lists at the side: one is open, and each can be renamed in place and dragged to another place.
#pragma once

#include <QTreeView>

namespace rollcall {

class ListsModel;

/// As high as its lists need, up to maximumRows.
class ListsView : public QTreeView
{
    Q_OBJECT
public:
    static constexpr int maximumRows = 12;

    /// \a model is borrowed and outlives this.
    explicit ListsView(ListsModel &model, QWidget *parent = nullptr);

    /// Shows the list with this id as the open one.
    void setOpenList(qint64 id);
    /// Begins to rename the open list.
    void renameOpenList();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person chose a list.
    void listChosen(qint64 id);
    /// The person pressed Delete.
    void removeWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int heightOfRows(int rows) const;

    ListsModel &m_model;
    bool m_isSetting = false; // what the program chooses is no choice of the person's
};

} // namespace rollcall
