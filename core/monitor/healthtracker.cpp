// SPDX-License-Identifier: MIT
#include "core/monitor/healthtracker.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rollcall {

namespace {

struct HealthSlug {
    Health health;
    const char *slug;
};

constexpr std::array slugs = {
    HealthSlug{Health::Unknown, "unknown"},   HealthSlug{Health::Up, "up"},
    HealthSlug{Health::Degraded, "degraded"}, HealthSlug{Health::Down, "down"},
    HealthSlug{Health::Paused, "paused"},
};

} // namespace

const char *slug(Health health)
{
    return std::find_if(slugs.begin(), slugs.end(),
                        [health](const HealthSlug &each) { return each.health == health; })
        ->slug;
}

std::optional<Health> healthFromSlug(QByteArrayView slug)
{
    const auto *found = std::find_if(slugs.begin(), slugs.end(),
                                     [slug](const HealthSlug &each) { return slug == each.slug; });
    if (found == slugs.end())
        return std::nullopt;
    return found->health;
}

void HealthTracker::Row::add(const QDateTime &when)
{
    if (length++ == 0)
        began = when;
}

void HealthTracker::restore(Health health, QDateTime since)
{
    m_health = health;
    m_since = std::move(since);
}

HealthTracker::Step HealthTracker::take(Showing showing, const QDateTime &when)
{
    count(showing, when);
    Step step;
    step.change = changeAfter(showing);
    if (step.change)
        moveTo(step.change->to, step.change->since);
    step.flapping = noteFlapping(step.change, when);
    switch (showing) {
    case Showing::Good:
        step.wantsConfirmation = m_health == Health::Down || m_health == Health::Degraded;
        break;
    case Showing::Poor:
        step.wantsConfirmation = m_health != Health::Degraded;
        break;
    case Showing::Bad:
        step.wantsConfirmation = m_health != Health::Down;
        break;
    }
    return step;
}

void HealthTracker::forgetRow()
{
    m_bad.end();
    m_poor.end();
}

std::optional<HealthChange> HealthTracker::pause(const QDateTime &when)
{
    if (m_health == Health::Paused)
        return std::nullopt;
    return moveTo(Health::Paused, when);
}

std::optional<HealthChange> HealthTracker::resume(const QDateTime &when)
{
    if (m_health != Health::Paused)
        return std::nullopt;
    return moveTo(Health::Unknown, when);
}

void HealthTracker::count(Showing showing, const QDateTime &when)
{
    switch (showing) {
    case Showing::Good:
        m_good.add(when);
        m_answers.add(when);
        m_bad.end();
        m_poor.end();
        break;
    case Showing::Poor:
        m_poor.add(when);
        m_answers.add(when);
        m_bad.end();
        m_good.end();
        break;
    case Showing::Bad:
        m_bad.add(when);
        m_poor.end();
        m_answers.end();
        m_good.end();
        break;
    }
}

std::optional<HealthChange> HealthTracker::changeAfter(Showing showing) const
{
    const bool isDown = m_health == Health::Down;
    if (isDown && m_answers.length < m_settings.upAfter)
        return std::nullopt;
    switch (showing) {
    case Showing::Good:
        if (isDown)
            return HealthChange(m_health, Health::Up, m_answers.began);
        if (m_health == Health::Up || (m_health == Health::Degraded && m_good.length < m_settings.upAfter))
            return std::nullopt;
        return HealthChange(m_health, Health::Up, m_good.began);
    case Showing::Poor:
        if (isDown)
            return HealthChange(m_health, Health::Degraded, m_answers.began);
        if (m_health == Health::Degraded || m_poor.length < m_settings.degradedAfter)
            return std::nullopt;
        return HealthChange(m_health, Health::Degraded, m_poor.began);
    case Showing::Bad:
        if (isDown || m_bad.length < m_settings.downAfter)
            return std::nullopt;
        return HealthChange(m_health, Health::Down, m_bad.began);
    }
    return std::nullopt;
}

HealthChange HealthTracker::moveTo(Health health, const QDateTime &when)
{
    if (health == Health::Paused)
        m_bad = m_poor = m_answers = m_good = {};
    m_since = when;
    return {std::exchange(m_health, health), health, when};
}

HealthTracker::Flapping HealthTracker::noteFlapping(const std::optional<HealthChange> &change,
                                                    const QDateTime &when)
{
    if (change && (change->to == Health::Down || change->from == Health::Down))
        m_changes.append(when);
    // A clock that was set back would keep changes of the future for ever.
    const QDateTime first = when.addMSecs(-m_settings.flapWindow.count());
    m_changes.removeIf([&first, &when](const QDateTime &each) { return each < first || each > when; });
    if (!m_isFlapping) {
        m_isFlapping = m_changes.size() >= m_settings.flapChanges;
        return m_isFlapping ? Flapping::Begins : Flapping::No;
    }
    const QDateTime calmSince = when.addMSecs(-m_settings.flapWindow.count() / 2);
    if (!m_changes.isEmpty() && m_changes.last() > calmSince)
        return Flapping::Lasts;
    m_isFlapping = false;
    m_changes.clear();
    return Flapping::Ends;
}

} // namespace rollcall
