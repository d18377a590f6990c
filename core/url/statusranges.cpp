// SPDX-License-Identifier: MIT
#include "core/url/statusranges.h"

#include "core/url/ascii.h"

#include <QStringList>

#include <algorithm>

namespace rollcall {

namespace {

std::optional<int> codeFromText(QStringView text)
{
    constexpr qsizetype digits = 3;
    if (text.size() != digits || !std::all_of(text.begin(), text.end(), isAsciiDigit))
        return std::nullopt;
    return text.toInt();
}

std::optional<StatusRange> rangeFromText(QStringView text)
{
    const qsizetype hyphen = text.indexOf(u'-');
    const std::optional<int> first = codeFromText(hyphen < 0 ? text : text.first(hyphen));
    const std::optional<int> last = hyphen < 0 ? first : codeFromText(text.sliced(hyphen + 1));
    if (!first || !last || *first > *last)
        return std::nullopt;
    return StatusRange(*first, *last);
}

} // namespace

std::optional<StatusRanges> statusRangesFromText(QStringView text)
{
    if (text.isEmpty()) // most of most lists
        return StatusRanges();
    const QString words = text.toString().replace(u',', u' ').simplified();
    StatusBits bits;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const std::optional<StatusRange> range = rangeFromText(word);
        if (!range)
            return std::nullopt;
        for (int code = range->first; code <= range->last; ++code)
            bits.set(static_cast<std::size_t>(code));
    }
    return statusRangesFromBits(bits);
}

QString statusText(const StatusRanges &ranges)
{
    QStringList words;
    for (const StatusRange &range : ranges) {
        words.append(QString::number(range.first));
        if (range.last > range.first)
            words.back() += u'-' + QString::number(range.last);
    }
    return words.join(u',');
}

StatusRanges statusRangesFromBits(const StatusBits &bits)
{
    StatusRanges ranges;
    for (std::size_t code = 0; code < bits.size(); ++code) {
        if (!bits[code])
            continue;
        const int number = static_cast<int>(code);
        if (!ranges.isEmpty() && ranges.back().last == number - 1)
            ranges.back().last = number;
        else
            ranges.append(StatusRange(number, number));
    }
    return ranges == StatusRanges{usualStatuses} ? StatusRanges() : ranges;
}

StatusBits statusBits(const StatusRanges &ranges)
{
    StatusBits bits;
    for (const StatusRange &range : ranges.isEmpty() ? StatusRanges{usualStatuses} : ranges) {
        for (int code = range.first; code <= range.last; ++code)
            bits.set(static_cast<std::size_t>(code));
    }
    return bits;
}

} // namespace rollcall
