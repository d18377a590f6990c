// SPDX-License-Identifier: MIT
#include "ui/preferences.h"

#include <QSettings>

#include <array>
#include <utility>

namespace rollcall {

namespace {

constexpr auto colorsKey = "appearance/colors";

constexpr std::array colorWords = {
    std::pair{ColorChoice::Desktop, "desktop"},
    std::pair{ColorChoice::Light, "light"},
    std::pair{ColorChoice::Dark, "dark"},
};

constexpr std::array switches = {
    std::pair{"notifications/checkEnded", &Preferences::notifies},
    std::pair{"check/holdsSleep", &Preferences::holdsSleep},
    std::pair{"tray/shown", &Preferences::showsTray},
    std::pair{"tray/closesToIt", &Preferences::closesToTray},
};

} // namespace

Preferences loadPreferences(const QSettings &settings)
{
    Preferences preferences;
    const QString colors = settings.value(QLatin1String(colorsKey)).toString();
    for (const auto &[choice, word] : colorWords) {
        if (colors == QLatin1String(word))
            preferences.colors = choice;
    }
    for (const auto &[key, member] : switches)
        preferences.*member = settings.value(QLatin1String(key), preferences.*member).toBool();
    return preferences;
}

void savePreferences(const Preferences &preferences, QSettings &settings)
{
    for (const auto &[choice, word] : colorWords) {
        if (preferences.colors == choice)
            settings.setValue(QLatin1String(colorsKey), QLatin1String(word));
    }
    for (const auto &[key, member] : switches)
        settings.setValue(QLatin1String(key), preferences.*member);
}

} // namespace rollcall
