// SPDX-License-Identifier: MIT
// The icon in the desktop's tray, with a summary and the commands of a check.
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace rollcall {

class MainActions;

class Tray : public QObject
{
    Q_OBJECT
public:
    /// \a window and its \a actions outlive this. Hidden at first.
    Tray(QWidget &window, const MainActions &actions, QObject *parent = nullptr);

    /// Has no effect on a desktop without a tray.
    void setShown(bool shown);
    bool isShown() const { return m_icon.isVisible(); }
    /// What the icon and the first line of its menu say.
    void setSummary(const QString &summary);
    /// How the watch stands, below the summary; empty: there is none.
    void setWatching(const QString &summary);
    /// A message of the desktop beside the icon.
    void say(const QString &title, const QString &text);
    const QMenu &menu() const { return m_menu; }

Q_SIGNALS:
    /// The person has clicked on what say() showed.
    void messageClicked();

private:
    void toggleWindow();
    void showToolTip();

    QWidget &m_window;
    QMenu m_menu;
    QAction *m_summary;
    QAction *m_watching;
    QAction *m_toggle;
    QSystemTrayIcon m_icon;
};

} // namespace rollcall
