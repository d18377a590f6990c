// SPDX-License-Identifier: MIT
#include "core/lists/gatusconditions.h"

#include <QRegularExpression>

namespace rollcall {

namespace {

StatusBits bitsFrom(int first, int last)
{
    StatusBits bits;
    for (int code = std::max(first, 0); code <= last && code < static_cast<int>(bits.size()); ++code)
        bits.set(static_cast<std::size_t>(code));
    return bits;
}

StatusBits bitsOfAny(const QString &numbers)
{
    StatusBits bits;
    for (const QString &number : numbers.split(u',')) {
        const int code = number.trimmed().toInt();
        bits |= bitsFrom(code, code);
    }
    return bits;
}

StatusBits bitsOfComparison(const QString &comparison, int code)
{
    constexpr int last = 999;
    if (comparison == u"==")
        return bitsFrom(code, code);
    if (comparison == u"!=")
        return ~bitsFrom(code, code);
    if (comparison == u"<")
        return bitsFrom(0, code - 1);
    if (comparison == u"<=")
        return bitsFrom(0, code);
    return bitsFrom(comparison == u">" ? code + 1 : code, last);
}

} // namespace

StatusRanges statusesOfConditions(const QStringList &conditions)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^\s*\[STATUS\]\s*(==|!=|<=|>=|<|>)\s*(?:(\d{1,3})|any\(([\d,\s]*)\))\s*$)"));
    StatusBits bits;
    bits.set();
    for (const QString &condition : conditions) {
        const QRegularExpressionMatch match = form.match(condition);
        if (!match.hasMatch())
            continue;
        const bool any = !match.hasCaptured(2);
        if (!any)
            bits &= bitsOfComparison(match.captured(1), match.captured(2).toInt());
        else if (match.captured(1) == u"==")
            bits &= bitsOfAny(match.captured(3));
    }
    return bits.all() ? StatusRanges() : statusRangesFromBits(bits);
}

QStringList conditionsOfStatuses(const StatusRanges &statuses)
{
    const StatusRanges ranges = statuses.isEmpty() ? StatusRanges{usualStatuses} : statuses;
    const StatusRange &first = ranges.first();
    if (ranges.size() == 1 && first.first == first.last)
        return {QStringLiteral("[STATUS] == %1").arg(first.first)};
    if (ranges.size() == 1)
        return {QStringLiteral("[STATUS] >= %1").arg(first.first),
                QStringLiteral("[STATUS] <= %1").arg(first.last)};
    QStringList codes;
    for (const StatusRange &range : ranges) {
        for (int code = range.first; code <= range.last; ++code)
            codes.append(QString::number(code));
    }
    return {QStringLiteral("[STATUS] == any(%1)").arg(codes.join(QStringLiteral(", ")))};
}

} // namespace rollcall
