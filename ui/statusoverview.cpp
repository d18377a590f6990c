// SPDX-License-Identifier: MIT
#include "ui/statusoverview.h"

#include "core/history/history.h"
#include "ui/exportstatus.h"
#include "ui/format.h"
#include "ui/listdocument.h"
#include "ui/listlibrary.h"
#include "ui/statustile.h"
#include "ui/symbolicon.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace rollcall {

namespace {

QString headlineOf(const QList<ListStatus> &lists)
{
    const auto count = [&lists](Outcome worst) {
        return std::ranges::count_if(lists,
                                     [worst](const ListStatus &each) { return each.worst() == worst; });
    };
    if (const qint64 failed = count(Outcome::Failed); failed > 0)
        return StatusOverview::tr("Failures in %1 of %2 list(s)", nullptr, pluralNumber(lists.size()))
            .arg(formatCount(failed), formatCount(lists.size()));
    if (const qint64 warnings = count(Outcome::Warning); warnings > 0)
        return StatusOverview::tr("Warnings in %1 of %2 list(s)", nullptr, pluralNumber(lists.size()))
            .arg(formatCount(warnings), formatCount(lists.size()));
    return count(Outcome::Ok) > 0 ? StatusOverview::tr("Nothing has failed")
                                  : StatusOverview::tr("Nothing was checked yet");
}

} // namespace

int tileColumns(int count, const QSize &area, int least)
{
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count && (columns == 1 || area.width() / columns >= least); ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double unit = std::min(double(area.width()) / columns / StatusTile::unitsWide,
                                     double(area.height()) / rows / StatusTile::unitsHigh);
        if (unit > largest) {
            largest = unit;
            best = columns;
        }
    }
    return best;
}

StatusOverview::StatusOverview(const StatusSources &sources, QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_sources(sources),
      m_board(sources),
      m_headline(new QLabel),
      m_scroll(new QScrollArea),
      m_grid(new QGridLayout),
      m_fullScreen(new QPushButton(tr("&Full screen"))),
      m_export(new QPushButton(tr("&Export status report…"))),
      m_said(new QLabel),
      m_queue(*this)
{
    setObjectName(QStringLiteral("statusOverview"));
    setWindowTitle(tr("Status overview"));
    setWindowIcon(applicationIcon());
    makeLayout();
    resize(960, 600);
    connect(m_fullScreen, &QPushButton::toggled, this, &StatusOverview::showFullScreenOrNot);
    connect(m_export, &QPushButton::clicked, this, &StatusOverview::chooseFile);
    connect(&m_board, &StatusBoard::changed, this, &StatusOverview::showLists);
    showLists();
}

StatusOverview::~StatusOverview()
{
    m_stop.request_stop(); // a report of a million URLs takes its time, and the queue waits for it
}

void StatusOverview::makeLayout()
{
    m_headline->setObjectName(QStringLiteral("statusHeadline"));
    m_headline->setAccessibleName(tr("All lists"));
    m_headline->setTextFormat(Qt::PlainText);
    auto *tiles = new QWidget;
    tiles->setLayout(m_grid);
    m_scroll->setWidget(tiles);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_fullScreen->setObjectName(QStringLiteral("fullScreen"));
    m_fullScreen->setCheckable(true);
    m_fullScreen->setToolTip(tr("Use the whole screen, or leave it again (F11, Escape)"));
    m_export->setToolTip(tr("Write a page that says how the URLs of the open list are doing"));
    m_said->setObjectName(QStringLiteral("exportSaid"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    auto *close = new QPushButton(tr("&Close"));
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_fullScreen);
    buttons->addWidget(m_export);
    buttons->addWidget(m_said, 1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);
}

void StatusOverview::showLists()
{
    const QList<ListStatus> lists = m_board.lists();
    m_headline->setText(headlineOf(lists));
    const bool isSameCount = lists.size() == m_tiles.size();
    while (m_tiles.size() > lists.size())
        delete m_tiles.takeLast();
    while (m_tiles.size() < lists.size()) {
        auto *tile = m_tiles.emplace_back(new StatusTile);
        connect(tile, &QAbstractButton::clicked, this,
                [this, tile] { Q_EMIT listWanted(tile->status().id); });
    }
    for (qsizetype i = 0; i < lists.size(); ++i)
        m_tiles.at(i)->setStatus(lists.at(i));
    if (!isSameCount) {
        m_columns = 0;
        arrange();
    }
}

void StatusOverview::arrange()
{
    if (m_tiles.isEmpty())
        return;
    const int columns = tileColumns(int(m_tiles.size()), m_scroll->viewport()->size(),
                                    m_tiles.first()->minimumSizeHint().width());
    if (columns == m_columns)
        return;
    for (StatusTile *tile : std::as_const(m_tiles))
        m_grid->removeWidget(tile);
    for (int column = 0; column < std::max(columns, m_columns); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_columns = columns;
    for (int i = 0; i < int(m_tiles.size()); ++i)
        m_grid->addWidget(m_tiles.at(i), i / columns, i % columns);
}

void StatusOverview::resizeEvent(QResizeEvent *event)
{
    constexpr int headlineParts = 30;
    QWidget::resizeEvent(event);
    QFont font = m_headline->font();
    font.setPixelSize(std::max(fontMetrics().height(), std::min(width(), 2 * height()) / headlineParts));
    font.setBold(true);
    m_headline->setFont(font);
    arrange();
}

void StatusOverview::showFullScreenOrNot(bool isFullScreen)
{
    setWindowState(isFullScreen ? windowState() | Qt::WindowFullScreen
                                : windowState() & ~Qt::WindowFullScreen);
}

void StatusOverview::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export a status report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("HTML page (*.html)"));
    dialog->setDefaultSuffix(QStringLiteral("html"));
    connect(dialog, &QFileDialog::fileSelected, this, &StatusOverview::exportTo);
    dialog->open();
}

void StatusOverview::exportTo(const QString &path)
{
    QByteArrayList urls;
    for (const UrlEntry &entry : m_sources.document.entries())
        urls.append(entry.url);
    m_said->setText(tr("Writing the report…"));
    m_queue.run([path, urls, history = m_sources.history.path(),
                 name = shownName(m_sources.library.current()),
                 stop = m_stop.get_token()] { return exportStatus(path, history, urls, name, stop); },
                [this, path](const QString &failure) {
                    m_said->setText(failure.isEmpty() ? tr("Exported to %1.").arg(path)
                                                      : tr("Nothing was exported. %1").arg(failure));
                });
}

void StatusOverview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F11)
        m_fullScreen->toggle();
    else if (event->key() == Qt::Key_Escape && m_fullScreen->isChecked())
        m_fullScreen->setChecked(false);
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

// The desktop's own key may have done it.
void StatusOverview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_fullScreen->setChecked(isFullScreen());
}

} // namespace rollcall
