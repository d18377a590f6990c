// SPDX-License-Identifier: MIT
// The ASCII character classes that the URL grammar is made of.
#pragma once

#include <QChar>

namespace rollcall {

constexpr bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

constexpr bool isAsciiLetter(QChar character)
{
    const char16_t lower = character.unicode() | 0x20;
    return lower >= u'a' && lower <= u'z';
}

/// The value of a hexadecimal digit, or -1.
constexpr int hexValue(QChar character)
{
    if (isAsciiDigit(character))
        return character.unicode() - u'0';
    const char16_t lower = character.unicode() | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

/// Browsers take a backslash for a slash (WHATWG URL, "special authority slashes state").
constexpr bool isSlash(QChar character)
{
    return character == u'/' || character == u'\\';
}

} // namespace rollcall
