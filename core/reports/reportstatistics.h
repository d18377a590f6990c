// SPDX-License-Identifier: MIT
// What a report says about all results together: counts, response times, kinds of errors.
#pragma once

#include "core/check/checkprogress.h"
#include "core/check/checkresult.h"

#include <QDateTime>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace rollcall {

/// Counts results. Keeps four bytes a result, for the percentiles.
class ReportStatistics
{
public:
    ReportStatistics();

    void add(const CheckResult &result);

    const CheckProgress &outcomes() const { return m_outcomes; }
    /// The decoded bytes of all bodies.
    qint64 bodyBytes() const { return m_bodyBytes; }
    /// When the first and the last check began; empty when none did.
    const std::optional<QDateTime> &firstStart() const { return m_firstStart; }
    const std::optional<QDateTime> &lastStart() const { return m_lastStart; }

    /// The time within which \a share (0 to 1) of the URLs with an answer had it; empty when none had.
    std::optional<std::chrono::microseconds> percentile(double share) const;
    /// How many answers took at least \a from and less than \a to.
    qsizetype answersWithin(std::chrono::microseconds from, std::chrono::microseconds to) const;
    /// The kinds of errors that there were, the most frequent first; being cancelled is none.
    std::vector<std::pair<ErrorKind, qsizetype>> errors() const;

private:
    CheckProgress m_outcomes;
    qint64 m_bodyBytes = 0;
    std::optional<QDateTime> m_firstStart;
    std::optional<QDateTime> m_lastStart;
    std::vector<quint32> m_times; ///< tenths of a millisecond, of the URLs with an answer
    std::vector<qsizetype> m_errors;
};

} // namespace rollcall
