// SPDX-License-Identifier: MIT
// How response times are distributed, in a few bytes that can be added up.
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>
#include <vector>

namespace rollcall {

class ByteReader;
class ByteWriter;

/// Counts response times in buckets whose bounds grow by 5 %: a quantile is off by at most 2.5 %, whatever
/// was merged in whatever order; least, greatest and count are exact. (C. Masson, J. E. Rim, H. K. Lee:
/// DDSketch, PVLDB 12, 2019.)
class ResponseTimes
{
public:
    using Microseconds = std::chrono::microseconds;

    /// Less than a microsecond, and more than 2^40 of them, is counted as the nearest of these.
    void add(Microseconds time);
    void merge(const ResponseTimes &other);

    qint64 count() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }
    /// These are nothing when there are no times.
    std::optional<Microseconds> least() const;
    std::optional<Microseconds> greatest() const;
    /// The time that \a part of all times, above 0 and up to 1, do not exceed (nearest rank).
    std::optional<Microseconds> quantile(double part) const;
    std::optional<Microseconds> median() const { return quantile(0.5); }

    void write(ByteWriter &writer) const;
    static ResponseTimes read(ByteReader &reader);

    friend bool operator==(const ResponseTimes &, const ResponseTimes &) = default;

private:
    struct Bucket {
        int index;
        qint64 count;

        friend bool operator==(const Bucket &, const Bucket &) = default;
    };

    std::vector<Bucket> m_buckets; ///< by index; none is empty
    qint64 m_count = 0;
    qint64 m_least = 0; ///< in microseconds
    qint64 m_greatest = 0;
};

} // namespace rollcall
