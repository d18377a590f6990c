// SPDX-License-Identifier: MIT
#include "ui/phases.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace rollcall {

namespace {

using std::chrono::microseconds;

class Phases
{
    Q_DECLARE_TR_FUNCTIONS(Phases)
};

/// Puts phases one behind the other.
class Timeline
{
public:
    void add(Phase phase, const std::optional<microseconds> &duration)
    {
        if (!duration)
            return;
        m_phases.append(TimedPhase(phase, m_end, *duration));
        m_end += *duration;
    }
    void addUntil(Phase phase, const std::optional<microseconds> &end)
    {
        if (end && *end > m_end)
            add(phase, *end - m_end);
    }
    QList<TimedPhase> take() { return std::move(m_phases); }

private:
    QList<TimedPhase> m_phases;
    microseconds m_end{0};
};

} // namespace

QList<TimedPhase> phasesOf(const CheckResult &result)
{
    const FetchTimes &times = result.fetch.times;
    const QList<RedirectHop> &hops = result.fetch.redirects;
    // The phases are those of the last hop: of a redirect that was not followed, if it ended there.
    const bool endsAtRedirect = !hops.isEmpty() && hops.constLast().url == result.fetch.finalUrl;
    const qsizetype followed = hops.size() - (endsAtRedirect ? 1 : 0);
    Timeline timeline;
    if (followed > 0) {
        timeline.add(Phase::Redirects, std::accumulate(hops.begin(), hops.begin() + followed, microseconds(0),
                                                       [](microseconds sum, const RedirectHop &hop) {
                                                           return sum + hop.time;
                                                       }));
    }
    timeline.add(Phase::NameLookup, times.dns);
    timeline.add(Phase::Connect, times.connect);
    timeline.add(Phase::Tls, times.tls);
    timeline.addUntil(Phase::Waiting, times.firstByte ? times.firstByte : times.total);
    timeline.addUntil(Phase::Receiving, times.total);
    return timeline.take();
}

QString phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Redirects:
        return Phases::tr("Redirects");
    case Phase::NameLookup:
        return Phases::tr("Name look-up");
    case Phase::Connect:
        return Phases::tr("Connect");
    case Phase::Tls:
        return Phases::tr("TLS");
    case Phase::Waiting:
        return Phases::tr("Waiting for the answer");
    case Phase::Receiving:
        return Phases::tr("Receiving the body");
    }
    Q_UNREACHABLE();
}

} // namespace rollcall
