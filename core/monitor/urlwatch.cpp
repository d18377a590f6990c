// SPDX-License-Identifier: MIT
#include "core/monitor/urlwatch.h"

#include "core/url/redact.h"

#include <algorithm>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

/// When \a result was found.
QDateTime momentOf(const CheckResult &result)
{
    return result.startedAt.value_or(QDateTime::currentDateTimeUtc());
}

int wholeDaysLeft(const CheckResult &result)
{
    constexpr qint64 day = 86'400;
    const qint64 seconds = momentOf(result).secsTo(*result.fetch.certificateExpires);
    return int(seconds >= 0 ? seconds / day : (seconds - day + 1) / day);
}

/// Queries of redirects often hold something that is new each time.
QByteArray withoutQuery(const QByteArray &url)
{
    const auto end = std::find_if(url.begin(), url.end(), [](char c) { return c == '?' || c == '#'; });
    return url.first(end - url.begin());
}

QString shown(const QByteArray &url)
{
    return QString::fromUtf8(redacted(url));
}

} // namespace

UrlWatch::UrlWatch(UrlEntry entry, QString list, const WatchSettings &settings)
    : m_entry(std::move(entry)),
      m_list(std::move(list)),
      m_settings(settings),
      m_tracker(settings.health),
      m_memory(m_entry.url)
{
}

void UrlWatch::restore(UrlMemory memory)
{
    m_memory = std::move(memory);
    if (m_memory.health != Health::Paused)
        m_tracker.restore(m_memory.health, m_memory.since);
}

UrlWatch::News UrlWatch::take(const CheckResult &result)
{
    const UrlMemory before = m_memory;
    const HealthTracker::Step step = m_tracker.take(showingOf(result), momentOf(result));
    News news = changed(step.change);
    news.wantsConfirmation = step.wantsConfirmation;
    news.reason = Reason(result.fetch.error, redacted(result.fetch.errorDetail));
    noteHealth(news, result, step.flapping);
    if (result.fetch.certificateExpires)
        noteCertificate(news, result);
    const bool isPage = result.outcome == Outcome::Ok || result.outcome == Outcome::Warning;
    if (isPage && result.fetch.error != ErrorKind::BotChallenge) {
        noteTarget(news, result);
        noteContent(news, result);
    }
    news.isMemoryChanged = m_memory != before;
    return news;
}

UrlWatch::News UrlWatch::pause(const QDateTime &when)
{
    return changed(m_tracker.pause(when));
}

UrlWatch::News UrlWatch::resume(const QDateTime &when)
{
    return changed(m_tracker.resume(when));
}

UrlWatch::News UrlWatch::changed(std::optional<HealthChange> change)
{
    News news;
    news.change = std::move(change);
    news.isMemoryChanged = news.change.has_value();
    m_memory.health = m_tracker.health();
    m_memory.since = m_tracker.since();
    return news;
}

Alert UrlWatch::makeAlert(AlertKind kind, const CheckResult &result) const
{
    Alert alert(kind, momentOf(result));
    alert.url = shown(m_entry.url);
    alert.name = redacted(m_entry.details().name);
    alert.list = redacted(m_list);
    alert.tags = m_entry.details().tags;
    alert.reason = Reason(result.fetch.error, redacted(result.fetch.errorDetail));
    alert.status = result.fetch.status;
    return alert;
}

/// Tells what people do not know yet. While a URL flaps they are told nothing, and afterwards how it is.
void UrlWatch::noteHealth(News &news, const CheckResult &result, HealthTracker::Flapping flapping)
{
    if (flapping == HealthTracker::Flapping::Begins)
        news.alerts.append(makeAlert(AlertKind::FlappingBegins, result));
    if (flapping == HealthTracker::Flapping::Ends)
        news.alerts.append(makeAlert(AlertKind::FlappingEnds, result));
    const Health health = m_tracker.health();
    if (m_tracker.isFlapping() || health == m_memory.told)
        return;
    std::optional<AlertKind> kind;
    switch (health) {
    case Health::Unknown:
    case Health::Paused:
        return;
    case Health::Up:
        kind = AlertKind::Up;
        break;
    case Health::Degraded:
        kind = AlertKind::Degraded;
        break;
    case Health::Down:
        kind = AlertKind::Down;
        break;
    }
    Alert alert = makeAlert(*kind, result);
    alert.since = m_tracker.since();
    alert.previous = std::exchange(m_memory.told, health);
    news.alerts.append(std::move(alert));
}

void UrlWatch::noteCertificate(News &news, const CheckResult &result)
{
    const QDateTime expires = *result.fetch.certificateExpires;
    const int days = wholeDaysLeft(result);
    std::optional<int> reached; // the latest of the warnings that are due
    for (const int limit : m_settings.certificateDays) {
        if (days < limit)
            reached = std::min(limit, reached.value_or(limit));
    }
    const bool isKnown = m_memory.certificateDays != 0 && m_memory.certificateExpires == expires;
    if (!reached || (isKnown && m_memory.certificateDays <= *reached))
        return;
    m_memory.certificateExpires = expires;
    m_memory.certificateDays = *reached;
    Alert alert = makeAlert(AlertKind::Certificate, result);
    alert.certificateDays = days;
    alert.detail = u"It ends at %1"_s.arg(expires.toUTC().toString(Qt::ISODate));
    news.alerts.append(std::move(alert));
}

void UrlWatch::noteTarget(News &news, const CheckResult &result)
{
    const QByteArray target = withoutQuery(result.fetch.finalUrl);
    const QByteArray before = std::exchange(m_memory.target, target);
    if (before.isEmpty() || target.isEmpty() || before == target)
        return;
    Alert alert = makeAlert(AlertKind::RedirectChanged, result);
    alert.detail = u"From %1 to %2"_s.arg(shown(before), shown(target));
    news.alerts.append(std::move(alert));
}

void UrlWatch::noteContent(News &news, const CheckResult &result)
{
    if (!m_settings.comparesContent || result.fetch.bodySha256.isEmpty())
        return;
    const QByteArray before = std::exchange(m_memory.bodySha256, result.fetch.bodySha256);
    if (!before.isEmpty() && before != m_memory.bodySha256)
        news.alerts.append(makeAlert(AlertKind::ContentChanged, result));
}

Showing UrlWatch::showingOf(const CheckResult &result) const
{
    switch (result.outcome) {
    case Outcome::Ok:
        break;
    case Outcome::Warning:
        return Showing::Poor;
    case Outcome::Failed:
    case Outcome::Cancelled:
        return Showing::Bad;
    }
    const bool endsSoon = result.fetch.certificateExpires && wholeDaysLeft(result) < m_settings.degradedDays;
    return endsSoon ? Showing::Poor : Showing::Good;
}

} // namespace rollcall
