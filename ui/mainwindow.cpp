// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "ui/addline.h"
#include "ui/checkcommands.h"
#include "ui/checksummary.h"
#include "ui/detailspane.h"
#include "ui/dialogs.h"
#include "ui/emptypage.h"
#include "ui/entryactions.h"
#include "ui/exporter.h"
#include "ui/facetsidebar.h"
#include "ui/filterbar.h"
#include "ui/format.h"
#include "ui/historykeeper.h"
#include "ui/historypane.h"
#include "ui/limitsbar.h"
#include "ui/listactions.h"
#include "ui/listimport.h"
#include "ui/listsview.h"
#include "ui/mainactions.h"
#include "ui/messagebar.h"
#include "ui/openpages.h"
#include "ui/progressrow.h"
#include "ui/recentfiles.h"
#include "ui/resultview.h"
#include "ui/shortcutswindow.h"
#include "ui/sidebar.h"
#include "ui/symbolicon.h"
#include "ui/viewsmenu.h"
#include "ui/watchactions.h"
#include "ui/watchkeeper.h"
#include "ui/wording.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

#include <utility>

namespace rollcall {

namespace {

constexpr int emptyPage = 1;
constexpr int tablePage = 2;
constexpr auto geometryKey = "window/geometry";
constexpr auto splitterKey = "window/splitter";
constexpr auto detailsKey = "window/details";
constexpr auto sidesKey = "window/sides";
constexpr auto sidebarKey = "window/sidebar";
constexpr auto openListKey = "lists/open";

} // namespace

MainWindow::MainWindow(CheckSession &session, WatchSession &watching, Store &store, History &history,
                       QWidget *parent)
    : QMainWindow(parent),
      m_session(session),
      m_store(store),
      m_document(session, store),
      m_library(store, m_document),
      m_program(m_settings, m_library, *this),
      m_model(m_document.results()),
      m_actions(new MainActions(*this, m_document.edits())),
      m_recent(new RecentFiles(m_settings, *m_actions->recent, this)),
      m_limits(new LimitsBar),
      m_message(new MessageBar),
      m_pages(new QStackedWidget),
      m_sides(new QSplitter(Qt::Horizontal)),
      m_facets(new FacetSidebar(m_document.results())),
      m_filter(new FilterBar),
      m_view(new ResultView(m_model)),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_details(new DetailsPane({m_actions->checkSelected, m_actions->openInBrowser, m_actions->copyCurl})),
      m_progress(new ProgressRow),
      m_exporter(new Exporter(m_model, *m_view, *m_message, *this))
{
    setWindowTitle(tr("Rollcall"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    m_listActions = new ListActions(*this, m_library, *m_message);
    m_watchActions = new WatchActions(*this, m_library);
    m_import = new ListImport(*this, m_library, m_document, *m_message);
    makeLayout();
    restoreSettings();
    m_checks = new CheckCommands(
        {*m_actions, m_session, m_library, m_document, *m_import, *m_limits, *m_view, *m_message}, this);
    m_history =
        new HistoryKeeper(history, {m_session, m_store, m_library, m_document, *m_view, *m_message}, this);
    m_watching = new WatchKeeper({watching, m_store, history, m_library, m_document, *m_message}, this);
    connectActions();
    connectHabits();
    connectCheck();
    connectWatch(watching);
    connectLists();
    connectView();
    updateTotals();
    m_library.load(m_settings.value(QLatin1String(openListKey)).toLongLong());
}

MainWindow::~MainWindow()
{
    delete m_exporter;
    delete centralWidget(); // the view goes before the model that it shows
}

void MainWindow::makeLayout()
{
    addToolBar(m_actions->makeToolBar(*this, m_limits, m_exporter->menu()));
    m_actions->file->insertMenu(m_actions->quit, m_exporter->menu());

    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({400, 230});
    m_view->addActions({m_actions->checkSelected, m_actions->openInBrowser, m_actions->copyRows,
                        m_actions->copyUrls, m_actions->copyAs->menuAction(), m_actions->remove});

    auto *table = new QWidget;
    auto *tableLayout = new QVBoxLayout(table);
    tableLayout->setContentsMargins(0, 0, 0, 0);
    tableLayout->setSpacing(0);
    tableLayout->addWidget(m_filter);
    tableLayout->addWidget(m_splitter, 1);
    auto *lists = new ListsView(m_library.model());
    m_listActions->serve(*lists);
    m_sidebar = new Sidebar(lists, m_facets, m_listActions->newList);
    m_sides->addWidget(m_sidebar);
    auto *addLine = new AddLine;
    auto *list = new QWidget;
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addWidget(addLine);
    listLayout->addWidget(m_pages, 1);
    m_sides->addWidget(list);
    m_sides->setStretchFactor(1, 1);
    m_sides->setChildrenCollapsible(false);
    m_sides->setSizes({180, 1000});

    m_entryActions =
        new EntryActions({*this, m_library, m_document, *m_import, *m_message, *m_view, *addLine});
    auto *empty = new EmptyPage(m_actions->import, m_actions->paste);
    connect(empty, &EmptyPage::sampleWanted, this,
            [this] { importFiles({QStringLiteral(":/lists/sample.txt")}); });
    m_pages->setObjectName(QStringLiteral("pages"));
    m_pages->addWidget(new QWidget); // until the list is loaded, it is not known to be empty
    m_pages->addWidget(empty);
    m_pages->addWidget(table);

    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_sides, 1);
    setCentralWidget(centre);

    statusBar()->addWidget(m_progress, 1);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->undo, [this] { m_library.undo(); });
    on(m_actions->redo, [this] { m_library.redo(); });
    on(m_actions->import, &MainWindow::chooseImportFiles);
    on(m_actions->exportResults, [this] { m_exporter->chooseFile(ExportedRows::All); });
    on(m_actions->paste, [this] { m_import->addMime(QGuiApplication::clipboard()->mimeData()); });
    on(m_actions->copyRows, [this] { copySelected(CopyFormat::Text); });
    on(m_actions->copyCurl, [this] { copySelected(CopyFormat::Curl); });
    connect(m_actions->copyAs, &QMenu::triggered, this,
            [this](const QAction *action) { copySelected(CopyFormat(action->data().toInt())); });
    on(m_actions->copyUrls, [this] { QGuiApplication::clipboard()->setText(m_view->selectedUrls()); });
    on(m_actions->remove, [this] { remove(m_view->selectedIds()); });
    on(m_actions->removeAll, [this] { remove(m_document.ids()); });
    on(m_actions->selectAll, [this] { m_view->selectAll(); });
    on(m_actions->filter, [this] { m_filter->focusText(); });
    on(m_actions->openInBrowser, &MainWindow::openInBrowser);
    connect(m_actions->showSidebar, &QAction::toggled, this, [this](bool shown) {
        m_sidebar->setVisible(shown);
        if (!shown)
            m_facets->chooseAll(); // what hides rows must be in sight
    });
    connect(m_actions->showDetails, &QAction::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        updateDetails();
    });
    connect(m_view, &QAbstractItemView::activated, m_actions->showDetails,
            [this] { m_actions->showDetails->setChecked(true); });
    connect(m_actions->columns, &QMenu::aboutToShow, this, [this] {
        m_actions->columns->clear();
        m_view->fillColumnMenu(*m_actions->columns);
    });
    connect(m_actions->sorting, &QMenu::aboutToShow, this, [this] {
        m_actions->sorting->clear();
        m_view->fillSortMenu(*m_actions->sorting);
    });
    m_actions->view->insertMenu(m_actions->showSidebar,
                                new ViewsMenu(*m_filter, *m_facets, *m_view, m_settings, this));
}

void MainWindow::connectHabits()
{
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->quit, &MainWindow::quit);
    on(m_actions->settings, [this] {
        m_library.setSettings(m_limits->checkSettings()); // with what is typed and not yet left
        m_program.showDialog();
    });
    connect(&m_program, &ProgramSettings::notKept, m_message,
            [this](const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); });
    on(m_actions->compareRuns, [this] { m_history->showComparison(this); });
    on(m_actions->incidents, [this] { m_history->showIncidents(this); });
    on(m_actions->showStatus, [this] { m_history->showStatus(this); });
    connect(m_history, &HistoryKeeper::urlWanted, this, [this](const QByteArray &url) {
        if (!m_view->selectUrl(url)) {
            m_facets->chooseAll();
            m_filter->setFilter(RowFilter());
            m_view->selectUrl(url);
        }
        activateWindow();
    });
    on(m_actions->shortcuts, [this] { showShortcuts(*this); });
    on(m_actions->about, [this] { makeAboutBox(this)->show(); });
    connect(m_import, &ListImport::filesGiven, m_recent, &RecentFiles::add);
    connect(m_recent, &RecentFiles::chosen, this, [this](const QString &path) { importFiles({path}); });
    connect(m_recent, &RecentFiles::missed, this, [this](const QString &path) {
        m_message->say(MessageBar::Kind::Problem,
                       tr("%1 is no longer there. If it was moved, import it from its new place.").arg(path));
    });
}

void MainWindow::connectCheck()
{
    connect(&m_store, &Store::failed, this, [this](StoreFailure failure, const QString &detail) {
        m_message->say(MessageBar::Kind::Problem, storeFailureSentence(failure, detail));
    });
    connect(&m_session, &CheckSession::begun, this, &MainWindow::updateSituation);
    connect(&m_session, &CheckSession::pausedChanged, this, &MainWindow::updateSituation);
    connect(&m_session, &CheckSession::progressChanged, this, &MainWindow::onProgress);
    connect(&m_session, &CheckSession::finished, this, &MainWindow::onFinished);
    connect(m_limits, &LimitsBar::changed, this,
            [this] { m_library.setSettings(m_limits->checkSettings()); });
}

void MainWindow::connectWatch(WatchSession &watching)
{
    auto *line = new QLabel;
    line->setObjectName(QStringLiteral("watchLine"));
    line->setTextFormat(Qt::PlainText);
    line->setContentsMargins(12, 0, 8, 0);
    line->hide();
    statusBar()->addPermanentWidget(line);
    connect(m_watching, &WatchKeeper::summaryChanged, line, [line](const QString &summary) {
        line->setText(summary);
        line->setVisible(!summary.isEmpty());
    });
    connect(m_watching, &WatchKeeper::recorded, m_history, &HistoryKeeper::changed);
    connect(&m_program, &ProgramSettings::alertTestWanted, &watching, &WatchSession::test);
    connect(&watching, &WatchSession::tested, &m_program, &ProgramSettings::showAlertTest);
    connect(&m_program, &ProgramSettings::changed, m_watching,
            [this](const Preferences &preferences) { m_watching->setChannels(preferences.alerts); });
    m_watching->setChannels(m_program.preferences().alerts);
}

void MainWindow::connectLists()
{
    m_listActions->fillInto(*m_actions->file, m_actions->import);
    m_entryActions->fillInto(*m_actions->edit, m_actions->paste);
    m_watchActions->fillInto(*m_actions->check, m_actions->compareRuns);
    connect(m_listActions, &ListActions::aboutToRename, m_actions->showSidebar,
            [this] { m_actions->showSidebar->setChecked(true); });
    connect(&m_library, &ListLibrary::currentChanged, m_limits,
            [this] { m_limits->setSettings(m_library.current().settings); });
    connect(&m_document, &ListDocument::ready, this, &MainWindow::updateTotals);
}

void MainWindow::connectView()
{
    connect(&m_document.results(), &ResultModel::countsChanged, this, &MainWindow::updateTotals);
    connect(m_filter, &FilterBar::filterChanged, &m_model, &ResultFilterModel::setFilter);
    connect(m_facets, &FacetSidebar::facetChosen, &m_model, &ResultFilterModel::setFacet);
    connect(m_filter, &FilterBar::left, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &MainWindow::updateShownCount);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &MainWindow::updateShownCount);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &MainWindow::updateShownCount);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &MainWindow::updateDetails);
    connect(m_details, &DetailsPane::answerWanted, &m_document, &ListDocument::askForAnswer);
    connect(&m_document, &ListDocument::answerReady, m_details, &DetailsPane::showAnswer);
    HistoryPane &past = m_details->history();
    connect(&past, &HistoryPane::pastWanted, m_history, &HistoryKeeper::askForPast);
    connect(m_history, &HistoryKeeper::pastReady, &past, &HistoryPane::showPast);
    connect(m_history, &HistoryKeeper::changed, &past, &HistoryPane::refresh);
    const QItemSelectionModel *selection = m_view->selectionModel();
    connect(selection, &QItemSelectionModel::selectionChanged, this, &MainWindow::updateSituation);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &MainWindow::updateDetails);
    connect(selection, &QItemSelectionModel::currentChanged, this, &MainWindow::updateDetails);
}

void MainWindow::restoreSettings()
{
    resize(1180, 680);
    restoreGeometry(m_settings.value(QLatin1String(geometryKey)).toByteArray());
    m_splitter->restoreState(m_settings.value(QLatin1String(splitterKey)).toByteArray());
    m_actions->showDetails->setChecked(m_settings.value(QLatin1String(detailsKey), true).toBool());
    m_details->setVisible(m_actions->showDetails->isChecked());
    m_sides->restoreState(m_settings.value(QLatin1String(sidesKey)).toByteArray());
    m_actions->showSidebar->setChecked(m_settings.value(QLatin1String(sidebarKey), true).toBool());
    m_sidebar->setVisible(m_actions->showSidebar->isChecked());
    m_view->restoreLayout(m_settings);
}

void MainWindow::saveSettings()
{
    m_settings.setValue(QLatin1String(geometryKey), saveGeometry());
    m_settings.setValue(QLatin1String(splitterKey), m_splitter->saveState());
    m_settings.setValue(QLatin1String(detailsKey), m_actions->showDetails->isChecked());
    m_settings.setValue(QLatin1String(sidesKey), m_sides->saveState());
    m_settings.setValue(QLatin1String(sidebarKey), m_actions->showSidebar->isChecked());
    m_settings.setValue(QLatin1String(openListKey), m_library.current().id);
    m_view->saveLayout(m_settings);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSettings();
    if (m_closesToTray && !m_isQuitting && !qGuiApp->isSavingSession()) {
        hide();
        event->ignore();
        Q_EMIT closedToTray();
        return;
    }
    m_document.run().interrupt();
    event->accept();
}

void MainWindow::quit()
{
    m_isQuitting = true;
    close();
    QCoreApplication::quit(); // also from the tray, where no window was left to be closed
}

void MainWindow::importFiles(const QStringList &paths)
{
    m_import->addFiles(paths);
}

void MainWindow::importText(const QString &text)
{
    m_import->addText(text);
}

void MainWindow::checkWhenImported()
{
    m_checks->checkWhenImported();
}

void MainWindow::checkAll()
{
    m_checks->checkAll();
}

void MainWindow::stop()
{
    m_checks->stop();
}

void MainWindow::exportTo(const QString &path, const QString &nameFilter)
{
    m_exporter->exportTo(path, nameFilter, ExportedRows::All);
}

void MainWindow::remove(const QList<qint64> &ids)
{
    m_document.remove(ids);
    m_message->say(MessageBar::Kind::Information,
                   tr("%1 URL(s) removed.", nullptr, pluralNumber(ids.size())).arg(formatCount(ids.size())),
                   tr("Undo"), [this] {
                       m_message->hide();
                       m_library.undo();
                   });
}

void MainWindow::onProgress(const CheckProgress &progress)
{
    if (!m_session.isRunning())
        return;
    m_progress->showRunning(progress);
    setWindowTitle(tr("Rollcall: %1 %").arg(percentOf(progress)));
}

void MainWindow::onFinished(const CheckProgress &summary)
{
    setWindowTitle(tr("Rollcall"));
    m_progress->showFinished(summary);
    updateSituation();
}

void MainWindow::openInBrowser()
{
    if (openPages(m_view->selectedUrls().split(QLatin1Char('\n'))) > 0) {
        m_message->say(MessageBar::Kind::Information,
                       tr("Only the first %1 of the selected URLs were opened.").arg(maximumOpenedPages));
    }
}

void MainWindow::chooseImportFiles()
{
    QFileDialog *dialog = makeImportDialog(this);
    connect(dialog, &QFileDialog::filesSelected, m_import, &ListImport::preview);
    dialog->open();
}

void MainWindow::copySelected(CopyFormat format)
{
    QGuiApplication::clipboard()->setText(
        rowsAs(format, m_view->selectedResults(), m_view->shownColumns(), m_limits->checkSettings()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_import->addMime(event->mimeData());
    event->acceptProposedAction();
}

void MainWindow::updateTotals()
{
    if (m_document.isReady())
        m_pages->setCurrentIndex(m_document.results().rowCount() > 0 ? tablePage : emptyPage);
    if (!m_session.isRunning())
        m_progress->showList(m_document.totals());
    updateShownCount();
}

void MainWindow::updateShownCount()
{
    m_filter->setCounts(m_model.rowCount(), m_document.results().rowCount());
    updateSituation(); // what is in sight can be checked
}

void MainWindow::updateSituation()
{
    Situation situation;
    situation.isRunning = m_session.isRunning();
    situation.hasRows = m_document.results().rowCount() > 0;
    situation.hasSelection = m_view->selectionModel()->hasSelection();
    situation.hasVisible = m_model.rowCount() > 0;
    situation.isPaused = m_session.isPaused();
    situation.hasFailures = m_document.results().count(Outcome::Failed) > 0;
    m_actions->update(situation);
    m_entryActions->update(situation.hasSelection);
}

void MainWindow::updateDetails()
{
    if (!m_details->isHidden())
        m_details->showRow(m_view->currentRow());
}

} // namespace rollcall
