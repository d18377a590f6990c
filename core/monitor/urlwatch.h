// SPDX-License-Identifier: MIT
// What is known of one watched URL, and what of it is news.
#pragma once

#include "core/check/checkresult.h"
#include "core/monitor/alert.h"
#include "core/monitor/urlmemory.h"
#include "core/monitor/watchsettings.h"
#include "core/url/urlentry.h"

#include <QList>

#include <optional>

namespace rollcall {

/// One watched URL: turns its results into changes of its state and into alerts, each event once.
class UrlWatch
{
public:
    /// What a result brought.
    struct News {
        News() = default;

        std::optional<HealthChange> change;
        Reason reason; ///< of the result
        QList<Alert> alerts;
        bool wantsConfirmation = false;
        bool isMemoryChanged = false;
    };

    UrlWatch(UrlEntry entry, QString list, const WatchSettings &settings);

    void restore(UrlMemory memory);
    /// A result that counts, and is not cancelled.
    News take(const CheckResult &result);
    News pause(const QDateTime &when);
    News resume(const QDateTime &when);
    /// Failures so far were those of the own network.
    void forgetRow() { m_tracker.forgetRow(); }

    const UrlEntry &entry() const { return m_entry; }
    const QString &list() const { return m_list; }
    const UrlMemory &memory() const { return m_memory; }
    Health health() const { return m_tracker.health(); }
    QDateTime since() const { return m_tracker.since(); }

private:
    Alert makeAlert(AlertKind kind, const CheckResult &result) const;
    void noteHealth(News &news, const CheckResult &result, HealthTracker::Flapping flapping);
    void noteCertificate(News &news, const CheckResult &result);
    void noteTarget(News &news, const CheckResult &result);
    void noteContent(News &news, const CheckResult &result);
    Showing showingOf(const CheckResult &result) const;
    News changed(std::optional<HealthChange> change);

    UrlEntry m_entry;
    QString m_list;
    const WatchSettings &m_settings;
    HealthTracker m_tracker;
    UrlMemory m_memory;
};

} // namespace rollcall
