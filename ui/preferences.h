// SPDX-License-Identifier: MIT
// What a person prefers about the program as a whole, and where it is kept. How a list is checked is kept
// with it.
#pragma once

#include "core/monitor/alertchannels.h"

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace rollcall {

/// Which colours the windows have.
enum class ColorChoice { Desktop, Light, Dark };

struct Preferences {
    Preferences() = default;

    ColorChoice colors = ColorChoice::Desktop;
    bool notifies = true;      ///< says that a check has ended to a person who does not look at the window
    bool holdsSleep = true;    ///< keeps the computer awake while a check runs
    bool showsTray = false;    ///< an icon with a summary in the desktop's tray
    bool closesToTray = false; ///< closing the window leaves the program in the tray
    bool startsWithDesktop = false; ///< kept as an Autostart, not in the settings
    AlertChannels alerts;           ///< how a watch tells of what it finds

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// What is missing, unknown or out of range has its default.
Preferences loadPreferences(const QSettings &settings);
void savePreferences(const Preferences &preferences, QSettings &settings);

} // namespace rollcall
