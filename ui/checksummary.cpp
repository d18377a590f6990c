// SPDX-License-Identifier: MIT
#include "ui/checksummary.h"

#include "ui/format.h"

#include <QCoreApplication>

namespace rollcall {

namespace {

class CheckSummary
{
    Q_DECLARE_TR_FUNCTIONS(CheckSummary)
};

} // namespace

QString checkSummary(const CheckProgress &summary)
{
    const QString total = formatCount(summary.total);
    if (summary.cancelled > 0) {
        return CheckSummary::tr("Stopped after %1 of %2 URL(s).", nullptr, pluralNumber(summary.total))
            .arg(formatCount(summary.done() - summary.cancelled), total);
    }
    if (summary.failed > 0) {
        return CheckSummary::tr("%1 of %2 URL(s) failed.", nullptr, pluralNumber(summary.total))
            .arg(formatCount(summary.failed), total);
    }
    if (summary.warnings > 0) {
        return CheckSummary::tr("None of %2 URL(s) failed, %1 with a warning.", nullptr,
                                pluralNumber(summary.total))
            .arg(formatCount(summary.warnings), total);
    }
    return CheckSummary::tr("All %1 URL(s) answered well.", nullptr, pluralNumber(summary.total)).arg(total);
}

QString runningSummary(const CheckProgress &progress)
{
    const QString text =
        progress.isPaused ? CheckSummary::tr("Paused at %1 %") : CheckSummary::tr("Checking: %1 %");
    return text.arg(percentOf(progress));
}

int percentOf(const CheckProgress &progress)
{
    constexpr int hundred = 100;
    return progress.total > 0 ? int(hundred * progress.done() / progress.total) : 0;
}

} // namespace rollcall
