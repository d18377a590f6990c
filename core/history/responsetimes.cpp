// SPDX-License-Identifier: MIT
#include "core/history/responsetimes.h"

#include "core/history/packedbytes.h"

#include <algorithm>
#include <cmath>

namespace rollcall {

namespace {

constexpr double growth = 1.05;
constexpr qint64 longest = qint64(1) << 40;

// The bucket of the times in (growth^(index - 1), growth^index].
int bucketOf(qint64 microseconds)
{
    static const double perLogarithm = 1 / std::log(growth);
    return int(std::ceil(std::log(double(microseconds)) * perLogarithm));
}

// Half-way between the bounds, by ratio: as far from the one as from the other.
double middleOf(int bucket)
{
    return 2 * std::pow(growth, bucket) / (growth + 1);
}

// A bucket is one byte when few others lie between it and the one before, and few times are in it.
constexpr quint64 gapsInByte = 4;

} // namespace

void ResponseTimes::add(Microseconds time)
{
    const qint64 microseconds = std::clamp<qint64>(time.count(), 1, longest);
    m_least = m_count == 0 ? microseconds : std::min(m_least, microseconds);
    m_greatest = std::max(m_greatest, microseconds);
    ++m_count;
    const int index = bucketOf(microseconds);
    const auto place = std::ranges::lower_bound(m_buckets, index, {}, &Bucket::index);
    if (place != m_buckets.end() && place->index == index)
        ++place->count;
    else
        m_buckets.insert(place, Bucket{index, 1});
}

void ResponseTimes::merge(const ResponseTimes &other)
{
    if (other.isEmpty())
        return;
    m_least = m_count == 0 ? other.m_least : std::min(m_least, other.m_least);
    m_greatest = std::max(m_greatest, other.m_greatest);
    m_count += other.m_count;
    std::vector<Bucket> merged;
    merged.reserve(m_buckets.size() + other.m_buckets.size());
    std::ranges::merge(m_buckets, other.m_buckets, std::back_inserter(merged), {}, &Bucket::index,
                       &Bucket::index);
    m_buckets.clear();
    for (const Bucket &bucket : merged) {
        if (!m_buckets.empty() && m_buckets.back().index == bucket.index)
            m_buckets.back().count += bucket.count;
        else
            m_buckets.push_back(bucket);
    }
}

std::optional<ResponseTimes::Microseconds> ResponseTimes::least() const
{
    return isEmpty() ? std::nullopt : std::optional(Microseconds(m_least));
}

std::optional<ResponseTimes::Microseconds> ResponseTimes::greatest() const
{
    return isEmpty() ? std::nullopt : std::optional(Microseconds(m_greatest));
}

std::optional<ResponseTimes::Microseconds> ResponseTimes::quantile(double part) const
{
    if (isEmpty())
        return std::nullopt;
    const auto rank = std::clamp<qint64>(qint64(std::ceil(part * double(m_count))), 1, m_count);
    qint64 seen = 0;
    const auto bucket =
        std::ranges::find_if(m_buckets, [&](const Bucket &each) { return (seen += each.count) >= rank; });
    const qint64 middle = std::llround(middleOf(bucket->index));
    return Microseconds(std::clamp(middle, m_least, m_greatest));
}

void ResponseTimes::write(ByteWriter &writer) const
{
    writer.number(m_buckets.size());
    if (isEmpty())
        return;
    writer.number(quint64(m_least));
    writer.number(quint64(m_greatest - m_least));
    int before = bucketOf(m_least) - 1;
    for (const Bucket &bucket : m_buckets) {
        const auto gap = quint64(bucket.index - before - 1);
        const bool isNear = gap < gapsInByte - 1;
        writer.number(quint64(bucket.count - 1) * gapsInByte + (isNear ? gap : gapsInByte - 1));
        if (!isNear)
            writer.number(gap);
        before = bucket.index;
    }
}

ResponseTimes ResponseTimes::read(ByteReader &reader)
{
    ResponseTimes times;
    const quint64 buckets = reader.number();
    if (buckets == 0)
        return times;
    const quint64 least = reader.number();
    const quint64 spread = reader.number();
    if (least < 1 || least > quint64(longest) || spread > quint64(longest)) {
        reader.fail();
        return times;
    }
    times.m_least = qint64(least);
    times.m_greatest = qint64(least + spread);
    const int greatestBucket = bucketOf(longest);
    int before = bucketOf(times.m_least) - 1;
    for (quint64 number = 0; number < buckets && !reader.hasFailed(); ++number) {
        const quint64 byte = reader.number();
        quint64 gap = byte % gapsInByte;
        if (gap == gapsInByte - 1)
            gap = reader.number();
        if (gap > quint64(greatestBucket - before) || byte > quint64(longest))
            reader.fail();
        before += int(gap) + 1;
        times.m_buckets.push_back(Bucket{before, qint64(byte / gapsInByte) + 1});
        times.m_count += times.m_buckets.back().count;
    }
    return reader.hasFailed() ? ResponseTimes() : times;
}

} // namespace rollcall
