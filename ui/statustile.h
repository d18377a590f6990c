// SPDX-License-Identifier: MIT
// One list of the status overview, in letters that grow with the tile.
#pragma once

#include "ui/statusboard.h"

#include <QAbstractButton>

namespace rollcall {

/// Says by icon and word how a list is doing; colour repeats it. Pressed, it stands for the list.
class StatusTile : public QAbstractButton
{
    Q_OBJECT
public:
    /// How wide and high a tile is for the letters in it.
    static constexpr int unitsWide = 20;
    static constexpr int unitsHigh = 10;

    explicit StatusTile(QWidget *parent = nullptr);

    const ListStatus &status() const { return m_status; }
    void setStatus(const ListStatus &status);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ListStatus m_status;
};

/// "3 failed", "All OK": what matters most.
QString statusHeadline(const ListStatus &status);
/// "OK 118   Warning 1   Failed 3".
QString statusCounts(const ListStatus &status);

} // namespace rollcall
