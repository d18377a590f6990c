// SPDX-License-Identifier: MIT
#include "ui/tray.h"

#include "ui/bringtofront.h"
#include "ui/mainactions.h"
#include "ui/symbolicon.h"

#include <QAction>
#include <QWidget>

namespace rollcall {

Tray::Tray(QWidget &window, const MainActions &actions, QObject *parent)
    : QObject(parent),
      m_window(window),
      m_summary(m_menu.addAction(QString())),
      m_watching(m_menu.addAction(QString())),
      m_toggle(nullptr),
      m_icon(applicationIcon())
{
    m_summary->setEnabled(false);
    m_watching->setEnabled(false);
    m_watching->setVisible(false);
    m_menu.addSeparator();
    m_toggle = m_menu.addAction(QString());
    m_menu.addActions({actions.checkAll, actions.checkFailed, actions.pause, actions.stop});
    m_menu.addSeparator();
    m_menu.addAction(actions.quit);
    m_icon.setContextMenu(&m_menu);
    setSummary(tr("No check yet"));

    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        m_toggle->setText(m_window.isVisible() ? tr("&Hide the window") : tr("&Show the window"));
    });
    connect(m_toggle, &QAction::triggered, this, &Tray::toggleWindow);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            toggleWindow();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::messageClicked);
}

void Tray::setShown(bool shown)
{
    m_icon.setVisible(shown && QSystemTrayIcon::isSystemTrayAvailable());
    if (!m_icon.isVisible() && !m_window.isVisible())
        m_window.show(); // or it could not be reached any more
}

void Tray::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    showToolTip();
}

void Tray::setWatching(const QString &summary)
{
    m_watching->setText(summary);
    m_watching->setVisible(!summary.isEmpty());
    showToolTip();
}

void Tray::showToolTip()
{
    const QString first = tr("Rollcall: %1").arg(m_summary->text());
    m_icon.setToolTip(m_watching->isVisible() ? first + QLatin1Char('\n') + m_watching->text() : first);
}

void Tray::say(const QString &title, const QString &text)
{
    if (isShown())
        m_icon.showMessage(title, text, applicationIcon());
}

void Tray::toggleWindow()
{
    if (m_window.isVisible() && !m_window.isMinimized())
        m_window.hide();
    else
        bringToFront(m_window, {});
}

} // namespace rollcall
