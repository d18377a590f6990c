// SPDX-License-Identifier: MIT
// The texts of numbers, times and markup as the report formats share them; none knows a locale.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

QT_BEGIN_NAMESPACE
class QDateTime;
QT_END_NAMESPACE

namespace rollcall {

/// \a bytes with everything that is no valid UTF-8 replaced by U+FFFD.
QByteArray validUtf8(const QByteArray &bytes);

/// A text of at most 24 characters, which needs no memory of its own: reports are made of millions of them.
class ShortText
{
public:
    static constexpr std::size_t maximumSize = 24;

    operator QByteArrayView() const { return {m_characters.data() + m_begin, m_characters.end()}; }

    /// Each puts something in front of what is there.
    void prepend(char character) { m_characters[--m_begin] = character; }
    void prepend(quint64 number, int digits); ///< with at least so many digits

private:
    std::array<char, maximumSize> m_characters{};
    std::size_t m_begin = maximumSize;
};

/// Any thread.
ShortText numberText(qint64 number);
/// Milliseconds with one decimal, for example "12.3".
ShortText millisecondsText(std::chrono::microseconds time);
/// Seconds with six decimals, for example "0.012345".
ShortText secondsText(std::chrono::microseconds time);
/// A moment as ISO 8601 in UTC with milliseconds, for example "2025-02-03T04:05:06.007Z".
ShortText timeText(const QDateTime &moment);

/// As QByteArray::append(), which takes several times as long for a few bytes.
inline void appendBytes(QByteArray &to, QByteArrayView bytes)
{
    const qsizetype begin = to.size();
    to.resize(begin + bytes.size());
    std::copy(bytes.begin(), bytes.end(), to.begin() + begin);
}
/// Each appends such a text to \a to. Any thread.
inline void appendNumber(QByteArray &to, qint64 number)
{
    appendBytes(to, numberText(number));
}
inline void appendMilliseconds(QByteArray &to, std::chrono::microseconds time)
{
    appendBytes(to, millisecondsText(time));
}
inline void appendSeconds(QByteArray &to, std::chrono::microseconds time)
{
    appendBytes(to, secondsText(time));
}
inline void appendTime(QByteArray &to, const QDateTime &moment)
{
    appendBytes(to, timeText(moment));
}
/// Text or an attribute's value of XML 1.0 or HTML, from valid UTF-8. Control characters and the
/// non-characters that XML has no place for become U+FFFD; line ends and tabs are kept as references.
void appendMarkup(QByteArray &to, QByteArrayView utf8);

/// \a utf8 on one line: every control character, and what else ends a line in Unicode, becomes a blank.
QByteArray oneLine(QByteArrayView utf8);

} // namespace rollcall
