// SPDX-License-Identifier: MIT
#include "core/url/canonicalurl.h"

#include "core/url/ascii.h"
#include "core/url/authority.h"
#include "core/url/ipaddress.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

enum CharacterUse : quint8 {
    InHost = 1, // lower-case names and their dots
    InRest = 2, // path, query and fragment; '#' and '/' are looked at apart
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
    for (const char16_t code : {u'-', u'_', u'.'})
        table[code] = InHost | InRest;
    for (const char16_t code : {u'~', u'!', u'$', u'&', u'(', u')', u'*', u'+', u',', u';', u'=', u':', u'@',
                                u'?', u'%', u'|', u'[', u']'})
        table[code] = InRest;
    return table;
}

constexpr CharacterTable characterTable = makeCharacterTable();

bool belongs(QChar character, CharacterUse use)
{
    const char16_t code = character.unicode();
    return code < characterTable.size() && (characterTable[code] & use) != 0;
}

bool isCanonicalHost(QStringView host)
{
    return !host.isEmpty() && (!endsInNumber(host) || isDottedQuad(host));
}

// Whether text, which stands behind a host, is empty or a colon and a port.
bool isCanonicalPort(QStringView text, UrlScheme scheme)
{
    if (text.isEmpty())
        return true;
    const QStringView port = text.sliced(1);
    const std::optional<int> number = text.front() == u':' ? portNumber(port) : std::nullopt;
    const bool usual = port.size() == 1 || !port.startsWith(u'0');
    return number && usual && *number != defaultPort(scheme);
}

// Whether text, which stands behind a slash, may be a dot segment: that is left to parseUrl().
bool mayBeDots(QStringView text)
{
    const bool isDot = text.startsWith(u'.');
    return isDot || (text.startsWith(u'%') && text.startsWith(u"%2e", Qt::CaseInsensitive));
}

bool isCanonicalRest(QStringView rest)
{
    bool inFragment = false;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QChar c = rest[i];
        if (belongs(c, InRest) || (c == u'/' && !mayBeDots(rest.sliced(i + 1))))
            continue;
        if (c != u'#' || inFragment)
            return false;
        inFragment = true;
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
    const auto host = text.begin() + (secure ? https.size() : http.size());
    const auto hostEnd = std::find_if_not(host, text.end(), [](QChar c) { return belongs(c, InHost); });
    const auto path = std::find(hostEnd, text.end(), u'/');
    const bool canonical = isCanonicalHost({host, hostEnd}) && isCanonicalPort({hostEnd, path}, scheme) &&
                           isCanonicalRest({path, text.end()});
    if (!canonical)
        return std::nullopt;
    QByteArray bytes = text.toLatin1();
    if (path == text.end())
        bytes += '/';
    return NormalizedUrl(scheme, std::move(bytes));
}

} // namespace rollcall
