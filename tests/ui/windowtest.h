// SPDX-License-Identifier: MIT
// What every test of the whole window shares: a fault server, a store and settings of its own, and short
// words for what a person sees and does.
#pragma once

#include "core/check/checksession.h"
#include "core/history/history.h"
#include "core/history/store.h"
#include "core/monitor/watchsession.h"
#include "tests/support/faultserver.h"
#include "ui/mainwindow.h"
#include "ui/resultcolumns.h"

#include <QByteArray>
#include <QObject>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace rollcall::test {

/// Each test function begins with a window on an empty list. The server answers /10, /20, /30 and /40 with as
/// many bytes, and everything else with 404.
class WindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    /// The history is in the file \a historyPath, or else in that of the store.
    void openWindow(const QString &historyPath = {});
    void closeWindow();
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    /// Writes a file and answers with its path.
    QString file(const char *name, const QByteArray &content) const;
    /// "http://127.0.0.1:port/a\nhttp://...\n" for these paths of the server.
    QString list(const QList<QByteArray> &paths) const;
    void import(const QList<QByteArray> &paths);

    template <class Widget>
    Widget *find(const char *objectName) const
    {
        auto *widget = m_window->findChild<Widget *>(QString::fromLatin1(objectName));
        if (!widget)
            qFatal("no %s in the window", objectName);
        return widget;
    }
    QTableView *table() const { return find<QTableView>("results"); }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int row, ResultColumn column) const;
    /// The outcomes of all rows, with '|' between them.
    QString outcomes() const;
    /// What the message bar says; empty while it is hidden.
    QString message() const;
    /// The visible button with this text.
    QAbstractButton *button(const char *text) const;
    /// The command that is called so.
    QAction *action(const char *text) const;
    void select(const QList<int> &selected);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CheckSession> m_session;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<History> m_history;       ///< in the store's file, unless the test opens another one
    std::unique_ptr<WatchSession> m_watching; ///< checks at once what is due, and again what has failed
    std::unique_ptr<MainWindow> m_window;
};

} // namespace rollcall::test
