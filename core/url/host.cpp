// SPDX-License-Identifier: MIT
#include "core/url/host.h"

#include "core/url/idna.h"
#include "core/url/ipaddress.h"
#include "core/url/percentencode.h"

#include <QString>

#include <algorithm>

namespace rollcall {

namespace {

bool isForbiddenInHost(char16_t character)
{
    constexpr QStringView forbidden = u"\t\n\r #/:<>?@[\\]^|";
    return character == 0 || forbidden.contains(QChar(character));
}

bool isForbiddenInDomain(char character)
{
    return static_cast<uchar>(character) <= 0x20 || character == '%' || character == 0x7f ||
           isForbiddenInHost(static_cast<uchar>(character));
}

// Expects brackets around text.
std::optional<QByteArray> bracketedHost(QStringView text)
{
    const std::optional<Ipv6Address> address = ipv6FromText(text.sliced(1, text.size() - 2));
    return address ? std::optional('[' + ipv6Text(*address) + ']') : std::nullopt;
}

} // namespace

std::optional<QByteArray> canonicalHost(QStringView text)
{
    if (text.startsWith(u'['))
        return text.endsWith(u']') ? bracketedHost(text) : std::nullopt;
    std::optional<QByteArray> domain = domainToAscii(QString::fromUtf8(percentDecoded(text)));
    if (!domain || domain->isEmpty() || std::any_of(domain->begin(), domain->end(), isForbiddenInDomain))
        return std::nullopt;
    const QString host = QString::fromLatin1(*domain);
    if (!endsInNumber(host))
        return domain;
    const std::optional<quint32> address = ipv4FromText(host);
    return address ? std::optional(ipv4Text(*address)) : std::nullopt;
}

bool isOpaqueHost(QStringView text)
{
    if (text.startsWith(u'['))
        return text.endsWith(u']') && bracketedHost(text);
    return std::none_of(text.begin(), text.end(), [](QChar c) { return isForbiddenInHost(c.unicode()); });
}

} // namespace rollcall
