// SPDX-License-Identifier: MIT
// The window that says from across the room how every list is doing.
#pragma once

#include "ui/backgroundqueue.h"
#include "ui/statusboard.h"

#include <QWidget>

#include <stop_token>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace rollcall {

class StatusTile;

/// A tile for each list, as large as the window lets them all be. Follows \a sources while it is open.
class StatusOverview : public QWidget
{
    Q_OBJECT
public:
    /// A window of its own that belongs to \a parent. What is in \a sources outlives this.
    explicit StatusOverview(const StatusSources &sources, QWidget *parent = nullptr);
    /// An export that goes on is given up.
    ~StatusOverview() override;

    /// There is more in the history.
    void refreshSoon() { m_board.refreshSoon(); }
    /// Writes the status report of the open list to \a path; how it went is said below the tiles.
    void exportTo(const QString &path);

Q_SIGNALS:
    /// The person wants to see the list with this id.
    void listWanted(qint64 id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeLayout();
    void showLists();
    void arrange();
    void showFullScreenOrNot(bool isFullScreen);
    void chooseFile();

    const StatusSources m_sources;
    StatusBoard m_board;
    QList<StatusTile *> m_tiles; ///< in the order of the lists
    int m_columns = 0;

    QLabel *m_headline;
    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    QPushButton *m_fullScreen;
    QPushButton *m_export;
    QLabel *m_said; ///< how the export went
    std::stop_source m_stop;
    BackgroundQueue m_queue;
};

/// In how many columns \a count tiles are largest in \a area; each is at least \a least wide.
int tileColumns(int count, const QSize &area, int least);

} // namespace rollcall
