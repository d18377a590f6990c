// SPDX-License-Identifier: MIT
// Both clocks of a machine, moved by hand: time passes, somebody sets the wall clock, the machine sleeps.
#pragma once

#include "core/monitor/moment.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <chrono>

namespace rollcall::test {

class SimulatedClock
{
public:
    /// \a start: ISO 8601 with a zone, for example "2026-03-28T12:00:00Z".
    explicit SimulatedClock(const char *start)
        : m_now(std::chrono::hours(1000), QDateTime::fromString(QLatin1String(start), Qt::ISODate).toUTC())
    {
    }

    const Moment &now() const { return m_now; }
    void pass(std::chrono::milliseconds time)
    {
        m_now.elapsed += time;
        m_now.wall = m_now.wall.addMSecs(time.count());
    }
    void setWallClock(const QDateTime &time) { m_now.wall = time.toUTC(); }
    void stepWallClock(std::chrono::milliseconds step) { m_now.wall = m_now.wall.addMSecs(step.count()); }

    /// What the clock on the wall shows in \a zone: "Sun 03:00:00".
    QString shown(const QTimeZone &zone) const
    {
        return QLocale::c().toString(m_now.wall.toTimeZone(zone), QStringLiteral("ddd HH:mm:ss"));
    }

private:
    Moment m_now;
};

} // namespace rollcall::test
