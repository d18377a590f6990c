// SPDX-License-Identifier: MIT
#include "core/history/historyrecord.h"

#include "core/history/errorcodes.h"
#include "core/history/packedbytes.h"

#include <array>
#include <limits>

namespace rollcall::historyrecord {

namespace {

using std::chrono::microseconds;

// Durations are counted in these.
constexpr qint64 tickMicroseconds = 100;

qint64 ticks(microseconds time)
{
    return (time.count() + tickMicroseconds / 2) / tickMicroseconds;
}

struct Writing {
    ByteWriter &bytes;
    const ErrorCodes &codes;
};

struct Reading {
    ByteReader &bytes;
    const ErrorCodes &codes;
};

// One trio a type of field: whether it is the same as in the record before, and the bytes if it is not.
// Numbers are written as the difference, so that what varies little is short.
template <class T>
bool same(const T &a, const T &b)
{
    return a == b;
}

bool same(const std::optional<microseconds> &a, const std::optional<microseconds> &b)
{
    return a.has_value() == b.has_value() && (!a || ticks(*a) == ticks(*b));
}

void put(const Writing &to, qint64 value, qint64 before)
{
    to.bytes.signedNumber(qint64(quint64(value) - quint64(before)));
}

void take(const Reading &from, qint64 &value)
{
    value = qint64(quint64(value) + quint64(from.bytes.signedNumber()));
}

void put(const Writing &to, int value, int before)
{
    put(to, qint64(value), qint64(before));
}

void take(const Reading &from, int &value)
{
    qint64 number = value;
    take(from, number);
    value = int(number);
}

void put(const Writing &to, bool value, bool)
{
    to.bytes.number(value ? 1 : 0);
}

void take(const Reading &from, bool &value)
{
    value = from.bytes.number() != 0;
}

void put(const Writing &to, microseconds value, microseconds before)
{
    put(to, ticks(value), ticks(before));
}

microseconds fromTicks(const Reading &from, qint64 number)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max() / tickMicroseconds;
    return microseconds(number < -most || number > most ? qint64(from.bytes.fail())
                                                        : number * tickMicroseconds);
}

void take(const Reading &from, microseconds &value)
{
    qint64 number = ticks(value);
    take(from, number);
    value = fromTicks(from, number);
}

void put(const Writing &to, const QDateTime &value, const QDateTime &before)
{
    put(to, value.toMSecsSinceEpoch(), before.isValid() ? before.toMSecsSinceEpoch() : 0);
}

void take(const Reading &from, QDateTime &value)
{
    qint64 number = value.isValid() ? value.toMSecsSinceEpoch() : 0;
    take(from, number);
    value = QDateTime::fromMSecsSinceEpoch(number, Qt::UTC);
}

void put(const Writing &to, const QByteArray &value, const QByteArray &)
{
    to.bytes.text(value);
}

void take(const Reading &from, QByteArray &value)
{
    value = from.bytes.text().toByteArray();
}

void put(const Writing &to, const QString &value, const QString &)
{
    to.bytes.text(value.toUtf8());
}

void take(const Reading &from, QString &value)
{
    value = QString::fromUtf8(from.bytes.text());
}

// The numbers are part of the format: they never change.
void put(const Writing &to, Outcome value, Outcome)
{
    switch (value) {
    case Outcome::Ok:
        return to.bytes.number(0);
    case Outcome::Warning:
        return to.bytes.number(1);
    case Outcome::Failed:
        return to.bytes.number(2);
    case Outcome::Cancelled:
        return to.bytes.number(3);
    }
}

void take(const Reading &from, Outcome &value)
{
    constexpr std::array outcomes = {Outcome::Ok, Outcome::Warning, Outcome::Failed, Outcome::Cancelled};
    const quint64 number = from.bytes.number();
    value = outcomes.at(number < outcomes.size() ? number : from.bytes.fail());
}

void put(const Writing &to, ErrorKind value, ErrorKind)
{
    to.bytes.number(quint64(to.codes.codeOf(value)));
}

void take(const Reading &from, ErrorKind &value)
{
    value = from.codes.kindOf(qint64(from.bytes.number()));
}

template <class T>
void put(const Writing &to, const std::optional<T> &value, const std::optional<T> &before)
{
    to.bytes.number(value ? 1 : 0);
    if (value)
        put(to, *value, before.value_or(T()));
}

// A number that is there takes one byte less.
void put(const Writing &to, const std::optional<microseconds> &value,
         const std::optional<microseconds> &before)
{
    if (!value)
        return to.bytes.number(0);
    const qint64 difference = ticks(*value) - ticks(before.value_or(microseconds(0)));
    to.bytes.number(difference < 0 ? quint64(-difference) * 2 : quint64(difference) * 2 + 1);
}

void take(const Reading &from, std::optional<microseconds> &value)
{
    const quint64 number = from.bytes.number();
    if (number == 0)
        return value.reset();
    const quint64 before = quint64(ticks(value.value_or(microseconds(0))));
    value = fromTicks(from, qint64(number % 2 == 0 ? before - number / 2 : before + number / 2));
}

template <class T>
void take(const Reading &from, std::optional<T> &value)
{
    if (from.bytes.number() == 0)
        return value.reset();
    T present = value.value_or(T());
    take(from, present);
    value = std::move(present);
}

// Lists rarely change: the number of items, then each item as if it had none before it.
void put(const Writing &to, const RedirectHop &hop)
{
    to.bytes.text(hop.url);
    put(to, hop.status, 0);
    put(to, hop.time, microseconds(0));
}

void take(const Reading &from, RedirectHop &hop)
{
    take(from, hop.url);
    take(from, hop.status);
    take(from, hop.time);
}

void put(const Writing &to, const Reason &reason)
{
    put(to, reason.kind, ErrorKind::None);
    to.bytes.text(reason.detail.toUtf8());
}

void take(const Reading &from, Reason &reason)
{
    take(from, reason.kind);
    take(from, reason.detail);
}

template <class T>
void put(const Writing &to, const QList<T> &items, const QList<T> &)
{
    to.bytes.number(quint64(items.size()));
    for (const T &item : items)
        put(to, item);
}

template <class T>
void take(const Reading &from, QList<T> &items)
{
    items.clear();
    const quint64 count = from.bytes.number();
    for (quint64 number = 0; number < count && !from.bytes.hasFailed(); ++number)
        take(from, items.emplace_back());
}

struct Field {
    bool (*isSame)(const HistoryRecord &, const HistoryRecord &);
    void (*write)(const Writing &, const HistoryRecord &record, const HistoryRecord &before);
    void (*read)(const Reading &, HistoryRecord &record); // which has the values of the one before
};

// The field that \a Access refers to.
template <class Access>
constexpr Field field(Access)
{
    return {[](const HistoryRecord &a, const HistoryRecord &b) { return same(Access()(a), Access()(b)); },
            [](const Writing &to, const HistoryRecord &record, const HistoryRecord &before) {
                put(to, Access()(record), Access()(before));
            },
            [](const Reading &from, HistoryRecord &record) { take(from, Access()(record)); }};
}

// The order is part of the format: new fields come last, with a step of the schema, so that older versions
// leave the file alone. What changes from result to result is in front, where its bit costs least.
constexpr std::array fields = {
    field([](auto &r) -> auto & { return r.atMs; }),
    field([](auto &r) -> auto & { return r.run; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.times.total; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.times.firstByte; }),
    field([](auto &r) -> auto & { return r.entry.result.queueTime; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.times.connect; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.times.dns; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.times.tls; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.bodyBytes; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.wireBytes; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.bodySha256; }),
    field([](auto &r) -> auto & { return r.entry.result.attempts; }),
    field([](auto &r) -> auto & { return r.entry.result.outcome; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.status; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.error; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.errorDetail; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.remoteIp; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.redirects; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.reusedConnection; }),
    field([](auto &r) -> auto & { return r.entry.position; }),
    field([](auto &r) -> auto & { return r.entry.counts; }),
    field([](auto &r) -> auto & { return r.entry.result.startedAt; }),
    field([](auto &r) -> auto & { return r.entry.result.furtherReasons; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.finalUrl; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.contentType; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.httpVersion; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.tlsVersion; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.certificateIssuer; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.certificateExpires; }),
    field([](auto &r) -> auto & { return r.entry.result.fetch.pageTitle; }),
};

constexpr quint64 formatVersion = 1;
constexpr char itself[] = "="; // in place of a final URL that is the URL itself
constexpr qsizetype digestBytes = 32;

QDateTime moment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

// What is the same in most results is made the same in most records.
HistoryRecord packed(HistoryRecord record)
{
    CheckResult &result = record.entry.result;
    if (result.startedAt)
        result.startedAt = moment(result.startedAt->toMSecsSinceEpoch() - record.atMs);
    if (result.fetch.finalUrl == result.url)
        result.fetch.finalUrl = itself;
    if (result.fetch.bodySha256.size() == digestBytes * 2)
        result.fetch.bodySha256 = QByteArray::fromHex(result.fetch.bodySha256);
    return record;
}

HistoryRecord unpacked(HistoryRecord record, const QByteArray &url)
{
    CheckResult &result = record.entry.result;
    result.url = url;
    if (result.startedAt)
        result.startedAt = moment(result.startedAt->toMSecsSinceEpoch() + record.atMs);
    if (result.fetch.finalUrl == itself)
        result.fetch.finalUrl = url;
    if (result.fetch.bodySha256.size() == digestBytes)
        result.fetch.bodySha256 = result.fetch.bodySha256.toHex();
    return record;
}

void write(const Writing &to, const HistoryRecord &record, const HistoryRecord &before)
{
    quint64 changed = 0;
    for (std::size_t index = 0; index < fields.size(); ++index) {
        if (!fields[index].isSame(record, before))
            changed |= quint64(1) << index;
    }
    to.bytes.number(changed);
    for (std::size_t index = 0; index < fields.size(); ++index) {
        if ((changed >> index & 1) != 0)
            fields[index].write(to, record, before);
    }
}

void read(const Reading &from, HistoryRecord &record)
{
    const quint64 changed = from.bytes.number();
    if (changed >> fields.size() != 0)
        from.bytes.fail();
    for (std::size_t index = 0; index < fields.size() && !from.bytes.hasFailed(); ++index) {
        if ((changed >> index & 1) != 0)
            fields[index].read(from, record);
    }
}

/// The records that \a isWanted; the others are read over.
template <class Predicate>
std::optional<QList<HistoryRecord>> decodeThose(QByteArrayView bytes, const QByteArray &url,
                                                const ErrorCodes &codes, Predicate isWanted)
{
    ByteReader reader(bytes);
    if (reader.number() != formatVersion)
        return std::nullopt;
    QList<HistoryRecord> records;
    HistoryRecord record;
    while (!reader.atEnd()) {
        read(Reading{reader, codes}, record);
        if (isWanted(record))
            records.append(unpacked(record, url));
    }
    return reader.hasFailed() ? std::nullopt : std::optional(std::move(records));
}

} // namespace

QByteArray encode(const QList<HistoryRecord> &records, const ErrorCodes &codes)
{
    ByteWriter bytes;
    bytes.number(formatVersion);
    HistoryRecord before;
    for (const HistoryRecord &each : records) {
        HistoryRecord record = packed(each);
        write(Writing{bytes, codes}, record, before);
        before = std::move(record);
    }
    return bytes.bytes();
}

std::optional<QList<HistoryRecord>> decode(QByteArrayView bytes, const QByteArray &url,
                                           const ErrorCodes &codes)
{
    return decodeThose(bytes, url, codes, [](const HistoryRecord &) { return true; });
}

std::optional<QList<HistoryRecord>> decodeRun(QByteArrayView bytes, qint64 run, const QByteArray &url,
                                              const ErrorCodes &codes)
{
    return decodeThose(bytes, url, codes, [run](const HistoryRecord &record) { return record.run == run; });
}

std::optional<HistoryRecord> decodeLast(QByteArrayView bytes, const QByteArray &url, const ErrorCodes &codes)
{
    ByteReader reader(bytes);
    if (reader.number() != formatVersion || reader.atEnd())
        return std::nullopt;
    HistoryRecord record;
    while (!reader.atEnd())
        read(Reading{reader, codes}, record);
    return reader.hasFailed() ? std::nullopt : std::optional(unpacked(std::move(record), url));
}

} // namespace rollcall::historyrecord
