// SPDX-License-Identifier: MIT
#include "ui/watchsummary.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace rollcall {

namespace {

class WatchSummary
{
    Q_DECLARE_TR_FUNCTIONS(WatchSummary)
};

QString standing(const WatchState &state)
{
    if (state.isOut)
        return WatchSummary::tr("no network here");
    if (state.down == 0)
        return WatchSummary::tr("no URL down");
    return WatchSummary::tr("%1 URL(s) down", nullptr, state.down).arg(formatCount(state.down));
}

} // namespace

QString watchSummary(const WatchState &state, const QDateTime &now)
{
    if (state.lists == 0)
        return {};
    QStringList parts{
        WatchSummary::tr("Watching %1 list(s)", nullptr, state.lists).arg(formatCount(state.lists)),
        standing(state)};
    if (state.next.isValid()) {
        const std::chrono::milliseconds wait(now.msecsTo(state.next));
        parts.append(wait < std::chrono::seconds(1)
                         ? WatchSummary::tr("checking")
                         : WatchSummary::tr("next check in %1").arg(formatSpan(wait)));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace rollcall
