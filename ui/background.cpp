// SPDX-License-Identifier: MIT
#include "ui/background.h"

#include "core/check/checksession.h"
#include "core/desktop/desktop.h"
#include "ui/bringtofront.h"
#include "ui/checksummary.h"
#include "ui/mainwindow.h"
#include "ui/watchkeeper.h"

#include <QSettings>

namespace rollcall {

namespace {

constexpr auto explainedKey = "tray/explained";

} // namespace

Background::Background(MainWindow &window, CheckSession &session, Desktop &desktop, QObject *parent)
    : QObject(parent),
      m_window(window),
      m_session(session),
      m_desktop(desktop),
      m_tray(window, window.actionSet()),
      m_colors(desktop)
{
    connect(&m_window.program(), &ProgramSettings::changed, this, &Background::apply);
    connect(&m_window, &MainWindow::closedToTray, this, &Background::explainTrayOnce);
    connect(&m_session, &CheckSession::progressChanged, this, &Background::onProgress);
    connect(&m_session, &CheckSession::finished, this, &Background::onFinished);
    connect(&m_window.watching(), &WatchKeeper::summaryChanged, &m_tray, &Tray::setWatching);
    connect(&m_window.watching(), &WatchKeeper::alertReady, &m_desktop, &Desktop::notify);
    m_tray.setWatching(m_window.watching().summary());
    connect(&m_desktop, &Desktop::notificationFailed, &m_tray, &Tray::say);
    const auto showWindow = [this] { bringToFront(m_window, {}); };
    connect(&m_desktop, &Desktop::notificationClicked, &m_window, showWindow);
    connect(&m_tray, &Tray::messageClicked, &m_window, showWindow);
    apply(m_window.program().preferences());
}

void Background::apply(const Preferences &preferences)
{
    m_preferences = preferences;
    m_colors.choose(preferences.colors);
    m_tray.setShown(preferences.showsTray);
    m_window.setClosesToTray(preferences.closesToTray && m_tray.isShown());
    if (!preferences.holdsSleep)
        m_desktop.allowSleep();
}

void Background::onProgress(const CheckProgress &progress)
{
    if (!m_session.isRunning())
        return;
    m_tray.setSummary(runningSummary(progress));
    m_desktop.showProgress(progress.total > 0 ? double(progress.done()) / double(progress.total) : 0);
    if (m_preferences.holdsSleep && !progress.isPaused)
        m_desktop.holdSleep(tr("URLs are being checked"));
    else
        m_desktop.allowSleep();
}

void Background::onFinished(const CheckProgress &summary)
{
    m_tray.setSummary(checkSummary(summary));
    m_desktop.showProgress(std::nullopt);
    m_desktop.allowSleep();
    const bool endedByItself = summary.cancelled == 0 && summary.total > 0;
    if (m_preferences.notifies && endedByItself && !m_window.isActiveWindow())
        m_desktop.notify(tr("The check has ended"), checkSummary(summary));
}

void Background::explainTrayOnce()
{
    QSettings settings;
    if (settings.value(QLatin1String(explainedKey)).toBool())
        return;
    settings.setValue(QLatin1String(explainedKey), true);
    m_tray.say(tr("Rollcall goes on in the tray"),
               tr("Click its icon to see the window again; Quit in its menu ends it. "
                  "Settings, Background says whether closing the window does so."));
}

} // namespace rollcall
