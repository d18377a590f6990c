// SPDX-License-Identifier: MIT
#include "core/url/authority.h"

#include "core/url/ascii.h"

#include <QList>

#include <algorithm>

namespace rollcall {

Authority::Authority(QStringView text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at >= 0) {
        userInfo = text.first(at);
        text = text.sliced(at + 1);
    }
    const qsizetype bracket = text.startsWith(u'[') ? text.indexOf(u']') : -1;
    const qsizetype colon = text.indexOf(u':', std::max<qsizetype>(bracket, 0));
    if (colon >= 0) {
        port = text.sliced(colon + 1);
        text = text.first(colon);
    }
    host = text;
}

qsizetype authorityLength(QStringView text)
{
    constexpr QStringView ends = u"/?#\\";
    return std::find_first_of(text.begin(), text.end(), ends.begin(), ends.end()) - text.begin();
}

std::optional<int> portNumber(QStringView text)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isAsciiDigit))
        return std::nullopt;
    bool fits = false;
    const ushort number = text.toUShort(&fits);
    return fits ? std::optional<int>(number) : std::nullopt;
}

int defaultPort(UrlScheme scheme)
{
    return scheme == UrlScheme::Https ? 443 : 80;
}

bool endsInNumber(QStringView host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    const QStringView label = host.sliced(host.lastIndexOf(u'.') + 1);
    if (label.startsWith(u"0x"))
        return std::all_of(label.begin() + 2, label.end(), [](QChar c) { return hexValue(c) >= 0; });
    return !label.isEmpty() && std::all_of(label.begin(), label.end(), isAsciiDigit);
}

bool isDottedQuad(QStringView host)
{
    const QList<QStringView> parts = host.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               const std::optional<int> number = portNumber(part);
               const bool usual =
                   part.size() == 1 || !part.startsWith(u'0'); // a leading zero would make it octal
               return number && *number <= 255 && usual;
           });
}

} // namespace rollcall
