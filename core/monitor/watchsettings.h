// SPDX-License-Identifier: MIT
// What is watched, and how: plain values.
#pragma once

#include "core/check/checksettings.h"
#include "core/monitor/healthtracker.h"
#include "core/monitor/maintenancewindow.h"
#include "core/monitor/schedule.h"
#include "core/url/urlentry.h"

#include <QList>
#include <QString>

#include <chrono>

namespace rollcall {

/// What holds for everything that is watched.
struct WatchSettings {
    WatchSettings() = default;

    HealthSettings health;
    std::chrono::milliseconds spreadOver{30'000}; ///< checks that are due together begin within this time
    quint64 seed = 0;                             ///< of that spread
    int outageHosts = 3; ///< hosts that fail together, with no answer from anywhere, are a local outage
    QList<int> certificateDays = {21, 14, 7}; ///< how early to warn of the end of a certificate; descending
    int degradedDays = 7;                     ///< a URL whose certificate has fewer days left is degraded
    bool comparesContent = false;             ///< whether to tell of another body

    friend bool operator==(const WatchSettings &, const WatchSettings &) = default;
};

/// One list that is watched.
struct WatchedList {
    WatchedList() = default;
    WatchedList(QString listName, UrlList list) : name(std::move(listName)), entries(std::move(list)) {}

    QString name;
    UrlList entries; ///< an interval that one has comes before the schedule
    Schedule schedule;
    QList<MaintenanceWindow> maintenance; ///< nothing is checked then, and nobody called down
    CheckSettings settings;               ///< how a WatchSession calls its URLs; a Monitor has a checker

    friend bool operator==(const WatchedList &, const WatchedList &) = default;
};

} // namespace rollcall
