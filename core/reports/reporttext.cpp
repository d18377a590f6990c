// SPDX-License-Identifier: MIT
#include "core/reports/reporttext.h"

#include <QDateTime>
#include <QString>

namespace rollcall {

namespace {

constexpr QByteArrayView replacementCharacter("\xEF\xBF\xBD");

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

void ShortText::prepend(quint64 number, int digits)
{
    for (; number > 0 || digits > 0; number /= 10, --digits)
        prepend(char('0' + number % 10));
}

ShortText numberText(qint64 number)
{
    ShortText text;
    text.prepend(number < 0 ? 0 - quint64(number) : quint64(number), 1);
    if (number < 0)
        text.prepend('-');
    return text;
}

ShortText millisecondsText(std::chrono::microseconds time)
{
    const qint64 tenths = (time.count() + 50) / 100;
    ShortText text;
    text.prepend(tenths % 10, 1);
    text.prepend('.');
    text.prepend(tenths / 10, 1);
    return text;
}

ShortText secondsText(std::chrono::microseconds time)
{
    ShortText text;
    text.prepend(time.count() % 1'000'000, 6);
    text.prepend('.');
    text.prepend(time.count() / 1'000'000, 1);
    return text;
}

ShortText timeText(const QDateTime &moment)
{
    // QDateTime::toString() takes longer than all the rest of a row.
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(moment.toMSecsSinceEpoch())};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    ShortText text;
    text.prepend('Z');
    text.prepend(clock.subseconds().count(), 3);
    text.prepend('.');
    text.prepend(clock.seconds().count(), 2);
    text.prepend(':');
    text.prepend(clock.minutes().count(), 2);
    text.prepend(':');
    text.prepend(clock.hours().count(), 2);
    text.prepend('T');
    text.prepend(unsigned(date.day()), 2);
    text.prepend('-');
    text.prepend(unsigned(date.month()), 2);
    text.prepend('-');
    text.prepend(int(date.year()), 4);
    return text;
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
