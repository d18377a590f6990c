// SPDX-License-Identifier: MIT
#include "core/reports/reporttext.h"

#include <QDateTime>
#include <QString>

#include <array>
#include <charconv>

namespace rollcall {

namespace {

constexpr QByteArrayView replacementCharacter("\xEF\xBF\xBD");

/// Appends \a number with at least so many digits.
void appendPadded(QByteArray &to, qint64 number, int digits)
{
    std::array<char, 20> text{};
    auto *first = text.end();
    for (; number > 0 || digits > 0; number /= 10, --digits)
        *--first = char('0' + number % 10);
    to.append(first, text.end() - first);
}

/// Whether the three bytes from \a at are U+FFFE or U+FFFF.
bool isNonCharacter(QByteArrayView utf8, qsizetype at)
{
    const QByteArrayView three = utf8.sliced(at).first(std::min<qsizetype>(3, utf8.size() - at));
    return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
}

/// The length of the line end of more than one byte at \a at: NEL, LINE or PARAGRAPH SEPARATOR; else 0.
qsizetype lineEndLength(QByteArrayView utf8, qsizetype at)
{
    const QByteArrayView rest = utf8.sliced(at);
    if (rest.startsWith("\xC2\x85"))
        return 2;
    return rest.startsWith("\xE2\x80\xA8") || rest.startsWith("\xE2\x80\xA9") ? 3 : 0;
}

} // namespace

QByteArray validUtf8(const QByteArray &bytes)
{
    if (QByteArrayView(bytes).isValidUtf8())
        return bytes;
    return QString::fromUtf8(bytes).toUtf8();
}

void appendNumber(QByteArray &to, qint64 number)
{
    std::array<char, 20> text{};
    const auto end = std::to_chars(text.begin(), text.end(), number).ptr;
    to.append(text.data(), end - text.data());
}

void appendMilliseconds(QByteArray &to, std::chrono::microseconds time)
{
    const qint64 tenths = (time.count() + 50) / 100;
    appendNumber(to, tenths / 10);
    to += '.';
    to += char('0' + tenths % 10);
}

void appendSeconds(QByteArray &to, std::chrono::microseconds time)
{
    appendNumber(to, time.count() / 1'000'000);
    to += '.';
    appendPadded(to, time.count() % 1'000'000, 6);
}

void appendTime(QByteArray &to, const QDateTime &moment)
{
    // QDateTime::toString() takes longer than all the rest of a row.
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(moment.toMSecsSinceEpoch())};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    appendPadded(to, int(date.year()), 4);
    to += '-';
    appendPadded(to, unsigned(date.month()), 2);
    to += '-';
    appendPadded(to, unsigned(date.day()), 2);
    to += 'T';
    appendPadded(to, clock.hours().count(), 2);
    to += ':';
    appendPadded(to, clock.minutes().count(), 2);
    to += ':';
    appendPadded(to, clock.seconds().count(), 2);
    to += '.';
    appendPadded(to, clock.subseconds().count(), 3);
    to += 'Z';
}

void appendMarkup(QByteArray &to, QByteArrayView utf8)
{
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        switch (c) {
        case '&':
            to += "&amp;";
            break;
        case '<':
            to += "&lt;";
            break;
        case '>':
            to += "&gt;";
            break;
        case '"':
            to += "&quot;";
            break;
        case '\'':
            to += "&#39;";
            break;
        case '\t':
        case '\n':
        case '\r':
            to += "&#" + QByteArray::number(int(c)) + ';';
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                to += replacementCharacter;
            } else if (c == '\xEF' && isNonCharacter(utf8, i)) {
                to += replacementCharacter;
                i += 2;
            } else {
                to += c;
            }
        }
    }
}

QByteArray oneLine(QByteArrayView utf8)
{
    QByteArray line;
    line.reserve(utf8.size());
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const qsizetype lineEnd = lineEndLength(utf8, i);
        if (lineEnd > 0) {
            line += ' ';
            i += lineEnd - 1;
        } else {
            const char c = utf8[i];
            line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
        }
    }
    return line;
}

} // namespace rollcall
