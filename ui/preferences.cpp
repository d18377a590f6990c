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

constexpr auto alertsDesktopKey = "alerts/desktop";
constexpr auto webhookKey = "alerts/webhook";
constexpr auto commandKey = "alerts/command";
constexpr auto kindsKey = "alerts/kinds";
constexpr auto alertListsKey = "alerts/lists";
constexpr auto alertTagsKey = "alerts/tags";

AlertChannels loadAlerts(const QSettings &settings)
{
    AlertChannels alerts;
    alerts.desktop = settings.value(QLatin1String(alertsDesktopKey), alerts.desktop).toBool();
    alerts.webhook = settings.value(QLatin1String(webhookKey)).toString().toUtf8();
    alerts.command = settings.value(QLatin1String(commandKey)).toString();
    alerts.rule.kinds = AlertRule::kindsFromText(settings.value(QLatin1String(kindsKey)).toString())
                            .value_or(AlertRule::usualKinds());
    alerts.rule.lists = settings.value(QLatin1String(alertListsKey)).toStringList();
    alerts.rule.tags = settings.value(QLatin1String(alertTagsKey)).toStringList();
    return alerts;
}

void saveAlerts(const AlertChannels &alerts, QSettings &settings)
{
    settings.setValue(QLatin1String(alertsDesktopKey), alerts.desktop);
    settings.setValue(QLatin1String(webhookKey), QString::fromUtf8(alerts.webhook));
    settings.setValue(QLatin1String(commandKey), alerts.command);
    settings.setValue(QLatin1String(kindsKey), AlertRule::kindsText(alerts.rule.kinds));
    settings.setValue(QLatin1String(alertListsKey), alerts.rule.lists);
    settings.setValue(QLatin1String(alertTagsKey), alerts.rule.tags);
}

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
    preferences.alerts = loadAlerts(settings);
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
    saveAlerts(preferences.alerts, settings);
}

} // namespace rollcall
