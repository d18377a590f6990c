// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QStackedWidget>
#include <QTest>

namespace rollcall::test {

void WindowTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("rollcall"));
    QCoreApplication::setApplicationName(QStringLiteral("window tests"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void WindowTest::init()
{
    QSettings().clear();
    QGuiApplication::clipboard()->clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    for (const QByteArray &size : QList<QByteArray>{"/10", "/20", "/30", "/40"})
        m_server->on(size, {Send(httpResponse(200, {{"Content-Type", "text/plain"}},
                                              QByteArray(size.mid(1).toInt(), 'x')))});
    openWindow();
}

void WindowTest::cleanup()
{
    closeWindow();
    m_server.reset();
    m_folder.reset();
}

void WindowTest::openWindow(const QString &historyPath)
{
    m_session = std::make_unique<CheckSession>();
    m_store = std::make_unique<Store>(path("list.db"));
    m_history = std::make_unique<History>(historyPath.isEmpty() ? path("list.db") : historyPath);
    WatchSettings atOnce;
    atOnce.spreadOver = std::chrono::milliseconds(0);
    atOnce.health.confirmAfter = std::chrono::milliseconds(1);
    m_watching = std::make_unique<WatchSession>(m_history->path(), atOnce);
    m_window = std::make_unique<MainWindow>(*m_session, *m_watching, *m_store, *m_history);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(find<QStackedWidget>("pages")->currentIndex() > 0); // the list is loaded
}

void WindowTest::closeWindow()
{
    m_window.reset();
    m_watching.reset();
    m_session.reset();
    m_history.reset();
    m_store.reset();
}

QString WindowTest::file(const char *name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

QString WindowTest::list(const QList<QByteArray> &paths) const
{
    QByteArray text;
    for (const QByteArray &path : paths)
        text += m_server->url(path) + '\n';
    return QString::fromLatin1(text);
}

void WindowTest::import(const QList<QByteArray> &paths)
{
    const int before = rows();
    m_window->importText(list(paths));
    QTRY_COMPARE(rows(), before + int(paths.size()));
}

QString WindowTest::cell(int row, ResultColumn column) const
{
    return table()->model()->index(row, columnOf(column)).data().toString();
}

QString WindowTest::outcomes() const
{
    QStringList words;
    for (int row = 0; row < rows(); ++row)
        words.append(cell(row, ResultColumn::Outcome));
    return words.join(QLatin1Char('|'));
}

QString WindowTest::message() const
{
    const auto *text = find<QLabel>("messageText");
    return text->isVisible() ? text->text() : QString();
}

QAbstractButton *WindowTest::button(const char *text) const
{
    for (auto *candidate : m_window->findChildren<QAbstractButton *>()) {
        const QString shown = candidate->text().remove(QLatin1Char('&')); // without the mark of its key
        if (shown == QString::fromUtf8(text) && candidate->isVisible())
            return candidate;
    }
    qFatal("no button \"%s\"", text);
}

QAction *WindowTest::action(const char *text) const
{
    for (QAction *candidate : m_window->findChildren<QAction *>()) {
        if (candidate->iconText() == QString::fromUtf8(text))
            return candidate;
    }
    qFatal("no command \"%s\"", text);
}

void WindowTest::select(const QList<int> &selected)
{
    table()->clearSelection();
    for (const int row : selected) {
        table()->selectionModel()->select(table()->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

} // namespace rollcall::test
