// SPDX-License-Identifier: MIT
#include "core/history/rollup.h"

#include "core/history/historyrecord.h"
#include "core/history/packedbytes.h"

namespace rollcall {

void Availability::add(const Availability &other)
{
    ok += other.ok;
    warnings += other.warnings;
    failed += other.failed;
    unknown += other.unknown;
}

void RollUp::add(const HistoryRecord &record)
{
    const CheckResult &result = record.entry.result;
    if (!record.entry.counts) {
        ++counts.unknown;
        return;
    }
    switch (result.outcome) {
    case Outcome::Ok:
        ++counts.ok;
        break;
    case Outcome::Warning:
        ++counts.warnings;
        break;
    case Outcome::Failed:
        ++counts.failed;
        return; // the time until something failed is nobody's response time
    case Outcome::Cancelled:
        ++counts.unknown;
        return;
    }
    if (result.fetch.times.total)
        times.add(*result.fetch.times.total);
}

void RollUp::merge(const RollUp &other)
{
    counts.add(other.counts);
    times.merge(other.times);
}

namespace rolluprow {

namespace {

constexpr quint64 formatVersion = 1;
constexpr quint64 slotLimit = 1024;
constexpr quint64 countLimit = quint64(1) << 40;

QByteArray encode(const RollUp &rollUp)
{
    ByteWriter bytes;
    for (const qint64 count :
         {rollUp.counts.ok, rollUp.counts.warnings, rollUp.counts.failed, rollUp.counts.unknown})
        bytes.number(quint64(count));
    rollUp.times.write(bytes);
    return bytes.bytes();
}

void take(ByteReader &reader, qint64 &count)
{
    const quint64 number = reader.number();
    count = qint64(number > countLimit ? reader.fail() : number);
}

void take(ByteReader &reader, Availability &counts)
{
    take(reader, counts.ok);
    take(reader, counts.warnings);
    take(reader, counts.failed);
    take(reader, counts.unknown);
}

bool decode(QByteArrayView bytes, Depth depth, RollUp &rollUp)
{
    ByteReader reader(bytes);
    take(reader, rollUp.counts);
    if (depth == Depth::Whole)
        rollUp.times = ResponseTimes::read(reader);
    return !reader.hasFailed();
}

} // namespace

QByteArray encode(const RollUpRow &row)
{
    ByteWriter bytes;
    bytes.number(formatVersion);
    for (const auto &[slot, rollUp] : row) {
        bytes.number(quint64(slot));
        bytes.text(encode(rollUp));
    }
    return bytes.bytes();
}

std::optional<RollUpRow> decode(QByteArrayView bytes, Depth depth)
{
    ByteReader reader(bytes);
    if (reader.number() != formatVersion)
        return std::nullopt;
    RollUpRow row;
    while (!reader.atEnd()) {
        const quint64 slot = reader.number();
        RollUp rollUp;
        if (slot >= slotLimit || !decode(reader.text(), depth, rollUp))
            return std::nullopt;
        row.emplace_hint(row.end(), int(slot), std::move(rollUp));
    }
    return reader.hasFailed() ? std::nullopt : std::optional(std::move(row));
}

bool addCounts(QByteArrayView bytes, qint64 first, qint64 end, Availability &counts)
{
    ByteReader reader(bytes);
    if (reader.number() != formatVersion)
        return false;
    while (!reader.atEnd()) {
        const quint64 slot = reader.number();
        ByteReader rollUp(reader.text());
        if (slot >= slotLimit)
            return false;
        if (qint64(slot) < first || qint64(slot) >= end)
            continue;
        Availability read;
        take(rollUp, read);
        if (rollUp.hasFailed())
            return false;
        counts.add(read);
    }
    return !reader.hasFailed();
}

} // namespace rolluprow

} // namespace rollcall
