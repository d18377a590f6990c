// SPDX-License-Identifier: MIT
// The window: puts the pieces in their places and connects them.
#pragma once

#include "ui/copyrows.h"
#include "ui/listdocument.h"
#include "ui/listlibrary.h"
#include "ui/programsettings.h"
#include "ui/resultfiltermodel.h"

#include <QMainWindow>
#include <QSettings>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace rollcall {

class CheckCommands;
class DetailsPane;
class EntryActions;
class Exporter;
class FacetSidebar;
class FilterBar;
class History;
class HistoryKeeper;
class LimitsBar;
class ListActions;
class ListImport;
class ListsView;
class MainActions;
class MessageBar;
class ProgressRow;
class RecentFiles;
class ResultView;
class WatchActions;
class WatchKeeper;
class WatchSession;

/// Shows the lists that \a store keeps, checks them with \a session, watches them with \a watching and keeps
/// what was found out in \a history. Nothing in it blocks: reading lists and writing reports have a thread of
/// their own, as the store, the history and the sessions have.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// All are borrowed and outlive the window. Asks the store for the lists at once, and opens the history
    /// then, which may be in the store's file.
    MainWindow(CheckSession &session, WatchSession &watching, Store &store, History &history,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Starts a check of the whole open list once everything asked for before has been imported.
    void checkWhenImported();
    const MainActions &actionSet() const { return *m_actions; }
    const ProgramSettings &program() const { return m_program; }
    const WatchKeeper &watching() const { return *m_watching; }
    /// Closing only hides the window from now on, but for Quit and the end of the session.
    void setClosesToTray(bool closesToTray) { m_closesToTray = closesToTray; }

public Q_SLOTS:
    /// Adds the URLs in these files to the open list; a file that cannot be read changes nothing.
    void importFiles(const QStringList &paths);
    /// Adds the URLs in \a text, one a line.
    void importText(const QString &text);
    /// Writes all rows to \a path, in the format that formatFor() finds for it and \a nameFilter.
    void exportTo(const QString &path, const QString &nameFilter = {});
    void checkAll();
    void stop();

Q_SIGNALS:
    /// The window was closed, and is only hidden.
    void closedToTray();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeLayout();
    void connectActions();
    void connectHabits();
    void connectCheck();
    void connectWatch(WatchSession &watching);
    void connectLists();
    void connectView();
    void restoreSettings();
    void saveSettings();

    void remove(const QList<qint64> &ids);
    void onProgress(const CheckProgress &progress);
    void onFinished(const CheckProgress &summary);
    void quit();
    void openInBrowser();
    void chooseImportFiles();
    void copySelected(CopyFormat format);
    void updateTotals();
    void updateShownCount();
    void updateSituation();
    void updateDetails();

    CheckSession &m_session;
    Store &m_store;
    QSettings m_settings;
    ListDocument m_document;
    ListLibrary m_library;
    ProgramSettings m_program;
    ResultFilterModel m_model;
    bool m_closesToTray = false;
    bool m_isQuitting = false;

    MainActions *m_actions;
    RecentFiles *m_recent;
    ListActions *m_listActions = nullptr;
    ListImport *m_import = nullptr;
    EntryActions *m_entryActions = nullptr;
    CheckCommands *m_checks = nullptr;
    WatchActions *m_watchActions = nullptr;
    WatchKeeper *m_watching = nullptr;
    HistoryKeeper *m_history = nullptr;
    LimitsBar *m_limits;
    MessageBar *m_message;
    QStackedWidget *m_pages;
    QSplitter *m_sides;
    FacetSidebar *m_facets;
    QWidget *m_sidebar = nullptr;
    FilterBar *m_filter;
    ResultView *m_view;
    QSplitter *m_splitter;
    DetailsPane *m_details;
    ProgressRow *m_progress;
    Exporter *m_exporter;
};

} // namespace rollcall
