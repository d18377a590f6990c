// SPDX-License-Identifier: MIT
// Keeps the window's checks in the history, and says when that cannot be.
#pragma once

#include "core/history/runrecorder.h"
#include "ui/urlpast.h"

#include <QObject>

#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

class CheckSession;
class ListDocument;
class ListLibrary;
class MessageBar;
class ResultView;
class RowPasts;
class Store;

/// What the history is kept with; all borrowed.
struct HistorySources {
    CheckSession &session;
    Store &store;
    ListLibrary &library;
    ListDocument &document;
    ResultView &view;
    MessageBar &message;
};

/// Opens the history as soon as the store has given the lists, or has failed to: both may be one file, and
/// then what is wrong with it has been said. A check runs whether it is kept or not.
class HistoryKeeper : public QObject
{
    Q_OBJECT
public:
    /// \a history and what is in \a sources outlive this.
    HistoryKeeper(History &history, const HistorySources &sources, QObject *parent = nullptr);

    /// Reads what the history tells of a URL; pastReady() follows, unless something else is asked for before
    /// this is begun.
    void askForPast(const UrlPastQuery &query);
    /// Opens a dialog, a child of \a window, that compares runs of the open list; it deletes itself.
    void showComparison(QWidget *window);
    /// Likewise, lists the incidents of its URLs.
    void showIncidents(QWidget *window);
    /// Likewise, says how every list is doing. There is one such window.
    void showStatus(QWidget *window);

Q_SIGNALS:
    /// The history can be asked now, or there is more in it.
    void changed();
    /// The person wants to see the row of \a url, whose list is open.
    void urlWanted(const QByteArray &url);
    void pastReady(const rollcall::UrlPastQuery &query, const rollcall::Answer<rollcall::UrlPast> &answer);

private:
    void open();
    void nameRun();
    void onFailed(const StoreProblem &problem);

    History &m_history;
    HistorySources m_sources;
    RunRecorder m_recorder;
    RowPasts *m_rowPasts;
    std::optional<UrlPastQuery> m_next; ///< waits for the answer to the one before
    bool m_isReading = false;
    bool m_isAsked = false; ///< to be opened
    bool m_isOpen = false;
    bool m_hasStoreFailed = false;
};

} // namespace rollcall
