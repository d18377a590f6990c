// SPDX-License-Identifier: MIT
#include "core/reports/reportstatistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rollcall {

namespace {

constexpr std::chrono::microseconds unit{100};

} // namespace

ReportStatistics::ReportStatistics() : m_errors(errorKinds().size()) {}

void ReportStatistics::add(const CheckResult &result)
{
    m_outcomes.count(result.outcome);
    m_bodyBytes += result.fetch.bodyBytes;
    ++m_errors[std::size_t(result.fetch.error)];
    if (result.fetch.status != 0 && result.fetch.times.total) {
        const qint64 time = *result.fetch.times.total / unit;
        m_times.push_back(quint32(std::clamp<qint64>(time, 0, std::numeric_limits<quint32>::max())));
    }
    if (result.startedAt && (!m_firstStart || *result.startedAt < *m_firstStart))
        m_firstStart = result.startedAt;
    if (result.startedAt && (!m_lastStart || *result.startedAt > *m_lastStart))
        m_lastStart = result.startedAt;
}

std::optional<std::chrono::microseconds> ReportStatistics::percentile(double share) const
{
    if (m_times.empty())
        return std::nullopt;
    std::vector<quint32> times = m_times;
    const auto rank = std::max<std::ptrdiff_t>(1, std::llround(std::ceil(share * double(times.size()))));
    const auto wanted = times.begin() + rank - 1;
    std::nth_element(times.begin(), wanted, times.end());
    return *wanted * unit;
}

qsizetype ReportStatistics::answersWithin(std::chrono::microseconds from, std::chrono::microseconds to) const
{
    return std::count_if(m_times.begin(), m_times.end(),
                         [=](quint32 time) { return time * unit >= from && time * unit < to; });
}

std::vector<std::pair<ErrorKind, qsizetype>> ReportStatistics::errors() const
{
    std::vector<std::pair<ErrorKind, qsizetype>> found;
    for (std::size_t i = 0; i < m_errors.size(); ++i) {
        const auto kind = static_cast<ErrorKind>(i);
        if (m_errors[i] > 0 && kind != ErrorKind::None && kind != ErrorKind::Cancelled)
            found.emplace_back(kind, m_errors[i]);
    }
    std::ranges::stable_sort(found, std::greater(), &std::pair<ErrorKind, qsizetype>::second);
    return found;
}

} // namespace rollcall
