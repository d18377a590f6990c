// SPDX-License-Identifier: MIT
#include "core/monitor/moment.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace rollcall {

namespace {

std::chrono::milliseconds elapsedNow()
{
    using std::chrono::milliseconds;
#ifdef Q_OS_LINUX
    // CLOCK_MONOTONIC, behind steady_clock and every timer of Qt, stands still while the machine sleeps.
    timespec now{};
    if (::clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return std::chrono::duration_cast<milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                        std::chrono::nanoseconds(now.tv_nsec));
#endif
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

Moment currentMoment()
{
    return {elapsedNow(), QDateTime::currentDateTimeUtc()};
}

} // namespace rollcall
