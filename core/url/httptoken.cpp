// SPDX-License-Identifier: MIT
#include "core/url/httptoken.h"

#include <algorithm>
#include <string_view>

namespace rollcall {

namespace {

bool isTokenCharacter(char c)
{
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool isDigit = c >= '0' && c <= '9';
    return isLetter || isDigit ||
           (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
}

bool isControl(char c)
{
    constexpr unsigned char firstPrintable = 0x20;
    constexpr unsigned char del = 0x7f;
    const auto code = static_cast<unsigned char>(c);
    return (code < firstPrintable && c != '\t') || code == del;
}

} // namespace

bool isHttpToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isFieldValue(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), isControl);
}

} // namespace rollcall
