// SPDX-License-Identifier: MIT
#include "ui/resultcolumns.h"

#include "core/url/redact.h"
#include "ui/format.h"
#include "ui/rowvalues.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rollcall {

namespace {

using namespace rowvalue;
using Microseconds = std::chrono::microseconds;
using Row = const ResultRow &;

class ResultColumns
{
    Q_DECLARE_TR_FUNCTIONS(ResultColumn)
};

// Sort keys.

SortKey toKey(qint64 number)
{
    return number;
}

SortKey toKey(Microseconds time)
{
    return qint64(time.count());
}

SortKey toKey(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

template <class Value>
SortKey toKey(const std::optional<Value> &value)
{
    return value ? toKey(*value) : SortKey();
}

SortKey toKey(const QByteArray &text)
{
    return text.isEmpty() ? SortKey() : SortKey(text);
}

SortKey toKey(const QString &text)
{
    return toKey(text.toCaseFolded().toUtf8());
}

template <auto Value>
SortKey keyOf(Row row)
{
    return toKey(Value(row));
}

// What needs a look comes first.
SortKey stateKey(Row row)
{
    const auto rank = [&row]() -> qint64 {
        switch (row.state) {
        case RowState::Running:
            return 3;
        case RowState::Queued:
            return 4;
        case RowState::Unchecked:
            return 5;
        case RowState::Done:
            break;
        }
        switch (row.result->outcome()) {
        case Outcome::Failed:
            return 0;
        case Outcome::Warning:
            return 1;
        case Outcome::Cancelled:
            return 2;
        case Outcome::Ok:
            return 6;
        }
        Q_UNREACHABLE();
    };
    return rank();
}

SortKey errorKey(Row row)
{
    return toKey(QByteArray(errorKindInfo(error(row)).slug));
}

// Texts. Before the first result a cell is empty; after it, what is not known is said to be unknown.

QString orUnknown(Row row, const QString &text)
{
    return text.isEmpty() && row.result ? unknownValue() : text;
}

template <auto Value, auto Format>
QString shown(Row row)
{
    const auto value = Value(row);
    return orUnknown(row, value ? Format(*value) : QString());
}

template <auto Value>
QString word(Row row)
{
    return orUnknown(row, QString::fromUtf8(Value(row)));
}

template <auto Value>
QString maskedUrl(Row row)
{
    return orUnknown(row, QString::fromUtf8(redacted(Value(row))));
}

template <auto Value>
QString wordOfResult(Row row)
{
    return orUnknown(row, Value(row));
}

// What a list does not say is not unknown.
template <auto Value>
QString wordOfList(Row row)
{
    return Value(row);
}

QString plainNumber(qint64 number)
{
    return QString::number(number);
}

QString isoTime(const QDateTime &time)
{
    return time.toString(Qt::ISODateWithMs);
}

QString stateText(Row row)
{
    switch (row.state) {
    case RowState::Unchecked:
        return ResultColumns::tr("Not checked");
    case RowState::Queued:
        return ResultColumns::tr("Queued");
    case RowState::Running:
        return ResultColumns::tr("Running");
    case RowState::Done:
        return outcomeWord(row.result->outcome());
    }
    Q_UNREACHABLE();
}

QString errorText(Row row)
{
    return errorTitle(error(row));
}

QString errorToolTip(Row row)
{
    return row.result ? errorSentence(resultOf(row)) : QString();
}

QString stateToolTip(Row row)
{
    return row.state == RowState::Done && error(row) != ErrorKind::None ? errorToolTip(row) : stateText(row);
}

// What the history tells. Before it has, and where it knows nothing, the cell is empty.

SortKey uptimeKey(Row row)
{
    constexpr double parts = 1e9;
    const auto part = row.past ? row.past->month.uptime() : std::nullopt;
    return part ? SortKey(qint64(std::llround(*part * parts))) : SortKey();
}

QString uptimeText(Row row)
{
    return row.past ? formatUptime(row.past->month.uptime()) : QString();
}

QString uptimeToolTip(Row row)
{
    if (!row.past)
        return {};
    const Availability &counts = row.past->month;
    return ResultColumns::tr("%1 of %2 check(s) did not fail", nullptr, pluralNumber(counts.counted()))
        .arg(formatCount(counts.counted() - counts.failed), formatCount(counts.counted()));
}

SortKey trendKey(Row row)
{
    return toKey(row.past ? row.past->slowdown() : std::nullopt);
}

QString trendText(Row row)
{
    if (!row.past || row.past->times.isEmpty())
        return {};
    const QList<int> &times = row.past->times;
    const auto failures = times.count(RowPast::failedCheck);
    QString text;
    if (failures < times.size()) {
        const int longest = *std::ranges::max_element(times);
        const int shortest = *std::ranges::min_element(times, {}, [](int time) {
            return time == RowPast::failedCheck ? std::numeric_limits<int>::max() : time;
        });
        text = ResultColumns::tr("%1 to %2")
                   .arg(formatDuration(Microseconds(shortest)), formatDuration(Microseconds(longest)));
    }
    if (failures > 0) {
        const QString failed = ResultColumns::tr("%1 failed").arg(formatCount(failures));
        text = text.isEmpty() ? failed : text + QStringLiteral(", ") + failed;
    }
    return text;
}

QString trendToolTip(Row row)
{
    if (!row.past || row.past->times.isEmpty())
        return {};
    const qsizetype checks = row.past->times.size();
    return ResultColumns::tr("The last %1 check(s): %2", nullptr, pluralNumber(checks))
        .arg(formatCount(checks), trendText(row));
}

// Bars, on a logarithmic scale that never changes: comparable between rows, lists and days.

double bar(double value, double least, double most)
{
    return std::clamp(std::log(std::max(value, least) / least) / std::log(most / least), 0.05, 1.0);
}

std::optional<double> bytesBar(Row row)
{
    const auto bytes = bodyBytes(row);
    return bytes > 0 ? std::optional(bar(double(*bytes), 64, 64.0 * 1024 * 1024)) : std::nullopt;
}

std::optional<double> timeBar(Row row)
{
    const auto time = total(row);
    return time ? std::optional(bar(double(time->count()), 1e3, 30e6)) : std::nullopt;
}

constexpr auto left = Qt::AlignLeft;
constexpr auto right = Qt::AlignRight;
constexpr bool shownAtFirst = true;
constexpr bool hiddenAtFirst = false;
constexpr bool ofTheList = true;
constexpr bool ofTheResult = false;

// clang-format off
constexpr ResultColumnInfo table[] = {
    {"outcome", QT_TRANSLATE_NOOP("ResultColumn", "Outcome"),
     QT_TRANSLATE_NOOP("ResultColumn", "How the check ended, or how far it is"),
     ResultColumn::Outcome, shownAtFirst, ofTheResult,
     left, 18, stateKey, stateText, stateToolTip, nullptr, "outcome"},
    {"url", QT_TRANSLATE_NOOP("ResultColumn", "URL"),
     QT_TRANSLATE_NOOP("ResultColumn", "The URL as it is called"),
     ResultColumn::Url, shownAtFirst, ofTheList,
     left, 46, keyOf<url>, maskedUrl<url>, nullptr, nullptr, "url"},
    {"http", QT_TRANSLATE_NOOP("ResultColumn", "HTTP"),
     QT_TRANSLATE_NOOP("ResultColumn", "The status code of the last answer"),
     ResultColumn::HttpStatus, shownAtFirst, ofTheResult,
     right, 7, keyOf<status>, shown<status, plainNumber>, nullptr, nullptr, "status"},
    {"bytes", QT_TRANSLATE_NOOP("ResultColumn", "Bytes"),
     QT_TRANSLATE_NOOP("ResultColumn", "The size of the body, decompressed"),
     ResultColumn::Bytes, shownAtFirst, ofTheResult,
     right, 13, keyOf<bodyBytes>, shown<bodyBytes, formatBytes>, shown<bodyBytes, formatExactBytes>,
     bytesBar, "body_bytes"},
    {"time", QT_TRANSLATE_NOOP("ResultColumn", "Time"),
     QT_TRANSLATE_NOOP("ResultColumn", "From leaving the queue to the last byte, redirects included"),
     ResultColumn::Time, shownAtFirst, ofTheResult,
     right, 13, keyOf<total>, shown<total, formatDuration>, shown<total, formatExactDuration>,
     timeBar, "total_ms"},
    {"type", QT_TRANSLATE_NOOP("ResultColumn", "Type"),
     QT_TRANSLATE_NOOP("ResultColumn", "The media type that the server names"),
     ResultColumn::Type, hiddenAtFirst, ofTheResult,
     left, 16, keyOf<mediaType>, word<mediaType>, word<contentType>, nullptr, "content_type"},
    {"error", QT_TRANSLATE_NOOP("ResultColumn", "Error"),
     QT_TRANSLATE_NOOP("ResultColumn", "What went wrong; point at it for what to try"),
     ResultColumn::Error, shownAtFirst, ofTheResult,
     left, 26, errorKey, errorText, errorToolTip, nullptr, "message"},
    {"final_url", QT_TRANSLATE_NOOP("ResultColumn", "Final URL"),
     QT_TRANSLATE_NOOP("ResultColumn", "Where the redirects led"),
     ResultColumn::FinalUrl, hiddenAtFirst, ofTheResult,
     left, 40, keyOf<finalUrl>, maskedUrl<finalUrl>, nullptr, nullptr, "final_url"},
    {"transferred", QT_TRANSLATE_NOOP("ResultColumn", "Transferred"),
     QT_TRANSLATE_NOOP("ResultColumn", "The size of the body as it was transferred, compressed or not"),
     ResultColumn::Transferred, hiddenAtFirst, ofTheResult,
     right, 12, keyOf<wireBytes>, shown<wireBytes, formatBytes>, shown<wireBytes, formatExactBytes>,
     nullptr, "wire_bytes"},
    {"redirects", QT_TRANSLATE_NOOP("ResultColumn", "Redirects"),
     QT_TRANSLATE_NOOP("ResultColumn", "How many redirects were followed"),
     ResultColumn::Redirects, hiddenAtFirst, ofTheResult,
     right, 10, keyOf<redirects>, shown<redirects, formatCount>, nullptr, nullptr, "redirects"},
    {"queue", QT_TRANSLATE_NOOP("ResultColumn", "Queue"),
     QT_TRANSLATE_NOOP("ResultColumn", "The wait for a free place, part of no other time"),
     ResultColumn::Queue, hiddenAtFirst, ofTheResult,
     right, 10, keyOf<queueTime>, shown<queueTime, formatDuration>,
     shown<queueTime, formatExactDuration>, nullptr, "queue_ms"},
    {"dns", QT_TRANSLATE_NOOP("ResultColumn", "Name look-up"),
     QT_TRANSLATE_NOOP("ResultColumn", "How long it took to find the address of the host"),
     ResultColumn::NameLookup, hiddenAtFirst, ofTheResult,
     right, 13, keyOf<dns>, shown<dns, formatDuration>, shown<dns, formatExactDuration>, nullptr,
     "dns_ms"},
    {"connect", QT_TRANSLATE_NOOP("ResultColumn", "Connect"),
     QT_TRANSLATE_NOOP("ResultColumn", "How long it took to connect; unknown where a connection was used again"),
     ResultColumn::Connect, hiddenAtFirst, ofTheResult,
     right, 10, keyOf<connectTime>, shown<connectTime, formatDuration>,
     shown<connectTime, formatExactDuration>, nullptr, "connect_ms"},
    {"tls", QT_TRANSLATE_NOOP("ResultColumn", "TLS"),
     QT_TRANSLATE_NOOP("ResultColumn", "How long the TLS handshake took"),
     ResultColumn::Tls, hiddenAtFirst, ofTheResult,
     right, 10, keyOf<tls>, shown<tls, formatDuration>, shown<tls, formatExactDuration>, nullptr,
     "tls_ms"},
    {"first_byte", QT_TRANSLATE_NOOP("ResultColumn", "First byte"),
     QT_TRANSLATE_NOOP("ResultColumn", "From leaving the queue to the head of the last answer"),
     ResultColumn::FirstByte, hiddenAtFirst, ofTheResult,
     right, 10, keyOf<firstByte>, shown<firstByte, formatDuration>,
     shown<firstByte, formatExactDuration>, nullptr, "first_byte_ms"},
    {"http_version", QT_TRANSLATE_NOOP("ResultColumn", "HTTP version"),
     QT_TRANSLATE_NOOP("ResultColumn", "The version of HTTP that the server spoke"),
     ResultColumn::HttpVersion, hiddenAtFirst, ofTheResult,
     left, 12, keyOf<httpVersion>, word<httpVersion>, nullptr, nullptr, "http_version"},
    {"address", QT_TRANSLATE_NOOP("ResultColumn", "Address"),
     QT_TRANSLATE_NOOP("ResultColumn", "The address that was connected to"),
     ResultColumn::Address, hiddenAtFirst, ofTheResult,
     left, 16, keyOf<remoteIp>, word<remoteIp>, nullptr, nullptr, "remote_ip"},
    {"tls_version", QT_TRANSLATE_NOOP("ResultColumn", "TLS version"),
     QT_TRANSLATE_NOOP("ResultColumn", "The version of TLS that was agreed on"),
     ResultColumn::TlsVersion, hiddenAtFirst, ofTheResult,
     left, 11, keyOf<tlsVersion>, word<tlsVersion>, nullptr, nullptr, "tls_version"},
    {"certificate_expires", QT_TRANSLATE_NOOP("ResultColumn", "Certificate expires"),
     QT_TRANSLATE_NOOP("ResultColumn", "Until when the server's certificate is valid"),
     ResultColumn::CertificateExpires, hiddenAtFirst, ofTheResult,
     left, 18, keyOf<certificateExpires>, shown<certificateExpires, formatDateTime>,
     shown<certificateExpires, isoTime>, nullptr, "certificate_expires"},
    {"attempts", QT_TRANSLATE_NOOP("ResultColumn", "Attempts"),
     QT_TRANSLATE_NOOP("ResultColumn", "How often the URL was called, retries included"),
     ResultColumn::Attempts, hiddenAtFirst, ofTheResult,
     right, 9, keyOf<attempts>, shown<attempts, formatCount>, nullptr, nullptr, "attempts"},
    {"checked", QT_TRANSLATE_NOOP("ResultColumn", "Checked"),
     QT_TRANSLATE_NOOP("ResultColumn", "When the check of the URL began"),
     ResultColumn::Checked, hiddenAtFirst, ofTheResult,
     left, 18, keyOf<startedAt>, shown<startedAt, formatDateTime>, shown<startedAt, isoTime>, nullptr,
     "started_at"},
    {"hash", QT_TRANSLATE_NOOP("ResultColumn", "Hash"),
     QT_TRANSLATE_NOOP("ResultColumn", "SHA-256 of the body: equal bodies have equal hashes"),
     ResultColumn::Hash, hiddenAtFirst, ofTheResult,
     left, 20, keyOf<bodySha256>, word<bodySha256>, nullptr, nullptr, "body_sha256"},
    {"title", QT_TRANSLATE_NOOP("ResultColumn", "Title"),
     QT_TRANSLATE_NOOP("ResultColumn", "The title of the page"),
     ResultColumn::Title, hiddenAtFirst, ofTheResult,
     left, 30, keyOf<pageTitle>, wordOfResult<pageTitle>, nullptr, nullptr, "page_title"},
    {"certificate_issuer", QT_TRANSLATE_NOOP("ResultColumn", "Certificate issuer"),
     QT_TRANSLATE_NOOP("ResultColumn", "Who signed the server's certificate"),
     ResultColumn::CertificateIssuer, hiddenAtFirst, ofTheResult,
     left, 20, keyOf<certificateIssuer>, wordOfResult<certificateIssuer>, nullptr, nullptr, "certificate_issuer"},
    {"name", QT_TRANSLATE_NOOP("ResultColumn", "Name"),
     QT_TRANSLATE_NOOP("ResultColumn", "What the list calls the URL"),
     ResultColumn::Name, hiddenAtFirst, ofTheList,
     left, 24, keyOf<name>, wordOfList<name>, nullptr, nullptr, nullptr},
    {"group", QT_TRANSLATE_NOOP("ResultColumn", "Group"),
     QT_TRANSLATE_NOOP("ResultColumn", "Where the list has the URL"),
     ResultColumn::Group, hiddenAtFirst, ofTheList,
     left, 20, keyOf<group>, wordOfList<group>, nullptr, nullptr, nullptr},
    {"tags", QT_TRANSLATE_NOOP("ResultColumn", "Tags"),
     QT_TRANSLATE_NOOP("ResultColumn", "The tags that the list gives the URL"),
     ResultColumn::Tags, hiddenAtFirst, ofTheList,
     left, 20, keyOf<tags>, wordOfList<tags>, nullptr, nullptr, nullptr},
    {"uptime", QT_TRANSLATE_NOOP("ResultColumn", "Uptime"),
     QT_TRANSLATE_NOOP("ResultColumn", "The part of the checks of the last 30 days that did not fail"),
     ResultColumn::Uptime, hiddenAtFirst, ofTheResult,
     right, 10, uptimeKey, uptimeText, uptimeToolTip, nullptr, nullptr},
    {"trend", QT_TRANSLATE_NOOP("ResultColumn", "Trend"),
     QT_TRANSLATE_NOOP("ResultColumn", "How long the last checks took, the latest one at the right; sorts by how much longer that was"),
     ResultColumn::Trend, hiddenAtFirst, ofTheResult,
     left, 18, trendKey, trendText, trendToolTip, nullptr, nullptr},
};
// clang-format on

constexpr bool tableIsInOrder()
{
    for (std::size_t i = 0; i < std::size(table); ++i) {
        if (table[i].column != static_cast<ResultColumn>(i))
            return false;
    }
    return std::size(table) == std::size_t(ResultColumn::Trend) + 1;
}
static_assert(tableIsInOrder(), "one line a column, in the order of the enumeration");

} // namespace

std::span<const ResultColumnInfo> resultColumns()
{
    return table;
}

const ResultColumnInfo &resultColumn(ResultColumn column)
{
    return table[static_cast<std::size_t>(column)];
}

QString columnHeader(const ResultColumnInfo &column)
{
    return ResultColumns::tr(column.header);
}

QString columnHelp(const ResultColumnInfo &column)
{
    return ResultColumns::tr(column.help);
}

} // namespace rollcall
