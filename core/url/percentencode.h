// SPDX-License-Identifier: MIT
// Percent-encodes the parts of a URL as browsers do (WHATWG URL, section 1.3).
#pragma once

#include <QByteArray>
#include <QStringView>

namespace rollcall {

/// The part that a text stands in; it decides which of its characters are encoded. Escapes that are there
/// already stay as they are, and so does a '%' that starts none.
enum class UrlPart { UserInfo, Path, Query, Fragment };

/// Appends \a text as UTF-8 to \a bytes. Lone surrogates become U+FFFD.
void appendPercentEncoded(QByteArray &bytes, QStringView text, UrlPart part);

/// The bytes that the UTF-8 of \a text and its escapes stand for.
QByteArray percentDecoded(QStringView text);

} // namespace rollcall
