// SPDX-License-Identifier: MIT
#include "core/url/canonicalurl.h"

#include "core/url/ascii.h"
#include "core/url/authority.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

enum CharacterUse : quint8 {
    InHost = 1, // the labels of lower-case names
    InRest = 2, // path, query and fragment; '%', '#' and dots behind a slash are looked at apart
};

using CharacterTable = std::array<quint8, 128>;

constexpr CharacterTable makeCharacterTable()
{
    CharacterTable table{};
    for (std::size_t code = 0; code < table.size(); ++code) {
        const QChar character(static_cast<char16_t>(code));
        if (isAsciiLetter(character))
            table[code] = (code & 0x20U) != 0 ? InHost | InRest : InRest;
        else if (isAsciiDigit(character))
            table[code] = InHost | InRest;
    }
    for (const char16_t code : {u'-', u'_'})
        table[code] = InHost | InRest;
    for (const char16_t code : {u'.', u'~', u'!', u'$', u'&', u'\'', u'(', u')', u'*', u'+', u',', u';', u'=',
                                u':', u'@', u'/', u'?'})
        table[code] = InRest;
    return table;
}

constexpr CharacterTable characterTable = makeCharacterTable();

bool belongs(QChar character, CharacterUse use)
{
    const char16_t code = character.unicode();
    return code < characterTable.size() && (characterTable[code] & use) != 0;
}

bool isCanonicalLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= maximumLabelLength && label.front() != u'-' &&
           label.back() != u'-' && !label.startsWith(u"xn--") &&
           std::all_of(label.begin(), label.end(), [](QChar c) { return belongs(c, InHost); });
}

bool isCanonicalHost(QStringView host)
{
    if (host.size() > maximumHostLength)
        return false;
    QStringView last = host;
    for (qsizetype dot = last.indexOf(u'.'); dot >= 0; dot = last.indexOf(u'.')) {
        if (!isCanonicalLabel(last.first(dot)))
            return false;
        last = last.sliced(dot + 1);
    }
    return isCanonicalLabel(last) && (!isAsciiDigit(last.front()) || isDottedQuad(host));
}

bool isCanonicalPort(QStringView port, UrlScheme scheme)
{
    const std::optional<int> number = portNumber(port);
    return number && port.front() != u'0' && *number != defaultPort(scheme);
}

// QUrl decodes the escapes of unreserved characters (RFC 3986, section 6.2.2.2) and writes all others in
// capitals.
bool isCanonicalEscape(QStringView text)
{
    if (text.size() < 3 || text[1].isLower() || text[2].isLower())
        return false;
    const int high = hexValue(text[1]);
    const int low = hexValue(text[2]);
    if (high < 0 || low < 0)
        return false;
    const QChar decoded(high * 16 + low);
    const bool unreserved = isAsciiLetter(decoded) || isAsciiDigit(decoded) || decoded == u'-' ||
                            decoded == u'.' || decoded == u'_' || decoded == u'~';
    return !unreserved;
}

bool isCanonicalRest(QStringView rest)
{
    bool inFragment = false;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QChar c = rest[i];
        if (c == u'%') {
            if (!isCanonicalEscape(rest.sliced(i)))
                return false;
        } else if (c == u'#' && !inFragment) {
            inFragment = true;
        } else if (!belongs(c, InRest) || (c == u'.' && i > 0 && rest[i - 1] == u'/')) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<NormalizedUrl> canonicalUrl(QStringView text)
{
    constexpr QStringView http = u"http://";
    constexpr QStringView https = u"https://";
    const bool secure = text.startsWith(https);
    if (!secure && !text.startsWith(http))
        return std::nullopt;
    const UrlScheme scheme = secure ? UrlScheme::Https : UrlScheme::Http;
    const QStringView behindScheme = text.sliced(secure ? https.size() : http.size());
    const qsizetype slash = behindScheme.indexOf(u'/');
    const qsizetype pathStart = slash < 0 ? behindScheme.size() : slash;
    const Authority authority(behindScheme.first(pathStart));
    const bool canonical = authority.userInfo.isNull() && isCanonicalHost(authority.host) &&
                           (authority.port.isNull() || isCanonicalPort(authority.port, scheme)) &&
                           isCanonicalRest(behindScheme.sliced(pathStart));
    if (!canonical)
        return std::nullopt;
    QByteArray bytes = text.toLatin1();
    if (slash < 0)
        bytes += '/';
    return NormalizedUrl(scheme, std::move(bytes));
}

} // namespace rollcall
