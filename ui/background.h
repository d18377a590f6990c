// SPDX-License-Identifier: MIT
// What the program does while nobody looks at its window: launcher, sleep, messages, tray; and its colours.
#pragma once

#include "core/check/checkprogress.h"
#include "ui/colorscheme.h"
#include "ui/preferences.h"
#include "ui/tray.h"

#include <QObject>

namespace rollcall {

class CheckSession;
class Desktop;
class MainWindow;

/// Tells the desktop and the tray how the checks do, as the window's preferences want it.
class Background : public QObject
{
    Q_OBJECT
public:
    /// All are borrowed and outlive this.
    Background(MainWindow &window, CheckSession &session, Desktop &desktop, QObject *parent = nullptr);

    const Tray &tray() const { return m_tray; }

private:
    void apply(const Preferences &preferences);
    void onProgress(const CheckProgress &progress);
    void onFinished(const CheckProgress &summary);
    void explainTrayOnce();

    MainWindow &m_window;
    CheckSession &m_session;
    Desktop &m_desktop;
    Preferences m_preferences;
    Tray m_tray;
    ColorScheme m_colors;
};

} // namespace rollcall
