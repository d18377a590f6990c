// SPDX-License-Identifier: MIT
#include "core/url/percentencode.h"

#include <array>
#include <string_view>

namespace rollcall {

namespace {

using PartMask = quint8;

constexpr PartMask maskOf(UrlPart part)
{
    return static_cast<PartMask>(1U << static_cast<unsigned>(part));
}

constexpr PartMask inUserInfo = maskOf(UrlPart::UserInfo);
constexpr PartMask inPath = maskOf(UrlPart::Path);
constexpr PartMask inQuery = maskOf(UrlPart::Query);
constexpr PartMask inFragment = maskOf(UrlPart::Fragment);

// For each ASCII character the parts in which it is encoded.
constexpr std::array<PartMask, 128> makeEncodeTable()
{
    std::array<PartMask, 128> table{};
    const auto add = [&table](std::u16string_view characters, PartMask mask) {
        for (const char16_t character : characters)
            table[character] = static_cast<PartMask>(table[character] | mask);
    };
    for (char16_t code = 0; code < 0x20; ++code)
        table[code] = inUserInfo | inPath | inQuery | inFragment;
    table[0x7f] = table[0];
    add(u" \"<>", inUserInfo | inPath | inQuery | inFragment);
    add(u"`", inUserInfo | inPath | inFragment);
    add(u"#", inUserInfo | inPath | inQuery);
    add(u"'", inQuery);
    add(u"?^{}", inUserInfo | inPath);
    add(u"/:;=@[\\]|", inUserInfo);
    return table;
}

constexpr std::array<PartMask, 128> encodeTable = makeEncodeTable();

void appendEscape(QByteArray &bytes, uchar byte)
{
    constexpr char digits[] = "0123456789ABCDEF";
    bytes += '%';
    bytes += digits[byte >> 4U];
    bytes += digits[byte & 0x0fU];
}

char32_t characterAt(QStringView text, qsizetype i)
{
    if (!text[i].isSurrogate())
        return text[i].unicode();
    const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(QChar::ReplacementCharacter);
}

} // namespace

void appendPercentEncoded(QByteArray &bytes, QStringView text, UrlPart part)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t character = text[i].unicode();
        if (character >= encodeTable.size()) {
            const char32_t whole = characterAt(text, i);
            for (const char byte : QStringView(QChar::fromUcs4(whole)).toUtf8())
                appendEscape(bytes, static_cast<uchar>(byte));
            if (QChar::requiresSurrogates(whole))
                ++i;
        } else if ((encodeTable[character] & maskOf(part)) != 0) {
            appendEscape(bytes, static_cast<uchar>(character));
        } else {
            bytes += static_cast<char>(character);
        }
    }
}

QByteArray percentDecoded(QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    return bytes.contains('%') ? QByteArray::fromPercentEncoding(bytes) : bytes;
}

} // namespace rollcall
