// SPDX-License-Identifier: MIT
// The texts of numbers, times and markup as the report formats share them; none knows a locale.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>

QT_BEGIN_NAMESPACE
class QDateTime;
QT_END_NAMESPACE

namespace rollcall {

/// \a bytes with everything that is no valid UTF-8 replaced by U+FFFD.
QByteArray validUtf8(const QByteArray &bytes);

/// Each appends a text to \a to. Any thread.
void appendNumber(QByteArray &to, qint64 number);
/// Milliseconds with one decimal, for example "12.3".
void appendMilliseconds(QByteArray &to, std::chrono::microseconds time);
/// Seconds with six decimals, for example "0.012345".
void appendSeconds(QByteArray &to, std::chrono::microseconds time);
/// A moment as ISO 8601 in UTC with milliseconds, for example "2025-02-03T04:05:06.007Z".
void appendTime(QByteArray &to, const QDateTime &moment);
/// Text or an attribute's value of XML 1.0 or HTML, from valid UTF-8. Control characters and the
/// non-characters that XML has no place for become U+FFFD; line ends and tabs are kept as references.
void appendMarkup(QByteArray &to, QByteArrayView utf8);

/// \a utf8 on one line: every control character, and what else ends a line in Unicode, becomes a blank.
QByteArray oneLine(QByteArrayView utf8);

} // namespace rollcall
