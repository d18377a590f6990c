// SPDX-License-Identifier: MIT
// What stands before the first colon of a URL.
#pragma once

#include "core/url/ascii.h"

#include <QStringView>

#include <algorithm>

namespace rollcall {

/// The scheme in front of \a text, without its colon (RFC 3986, section 3.1); empty when there is none.
inline QStringView schemeIn(QStringView text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), [](QChar c) {
        return isAsciiLetter(c) || isAsciiDigit(c) || c == u'+' || c == u'-' || c == u'.';
    });
    if (end == text.end() || *end != u':' || !isAsciiLetter(text.front()))
        return {};
    return text.first(end - text.begin());
}

/// Whether \a scheme is \a name, in either case.
inline bool isScheme(QStringView scheme, QStringView name)
{
    return scheme.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace rollcall
