// SPDX-License-Identifier: MIT
#include "core/url/otherurl.h"

#include "core/url/ascii.h"
#include "core/url/authority.h"
#include "core/url/host.h"
#include "core/url/urlscheme.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

// Those whose hosts are domains, as with http (WHATWG URL, "special scheme").
constexpr std::array<QStringView, 3> domainSchemes = {u"ftp", u"ws", u"wss"};

QStringView upTo(QStringView text, QStringView ends)
{
    return text.first(std::find_first_of(text.begin(), text.end(), ends.begin(), ends.end()) - text.begin());
}

bool isDrive(QStringView text)
{
    return text.size() == 2 && isAsciiLetter(text[0]) && (text[1] == u':' || text[1] == u'|');
}

bool isSoundPort(QStringView port)
{
    return port.isEmpty() || portNumber(port).has_value();
}

std::optional<UrlProblem> problemOfFile(QStringView behindColon)
{
    if (behindColon.size() < 2 || !isSlash(behindColon[0]) || !isSlash(behindColon[1]))
        return std::nullopt;
    const QStringView host = upTo(behindColon.sliced(2), u"/\\?#");
    const bool sound = host.isEmpty() || isDrive(host) || canonicalHost(host);
    return sound ? std::nullopt : std::optional(UrlProblem::BadHost);
}

std::optional<UrlProblem> problemOfDomain(QStringView behindColon)
{
    const auto start = std::find_if_not(behindColon.begin(), behindColon.end(), isSlash);
    const auto authority =
        canonicalAuthority(UrlScheme::Other, upTo(behindColon.sliced(start - behindColon.begin()), u"/\\?#"));
    const auto *problem = std::get_if<UrlProblem>(&authority);
    return problem == nullptr ? std::nullopt : std::optional(*problem);
}

std::optional<UrlProblem> problemOfAuthority(QStringView text)
{
    const Authority authority(upTo(text, u"/?#"));
    if (authority.host.isEmpty() && (!authority.userInfo.isNull() || !authority.port.isNull()))
        return UrlProblem::NoHost;
    if (!isOpaqueHost(authority.host))
        return UrlProblem::BadHost;
    return isSoundPort(authority.port) ? std::nullopt : std::optional(UrlProblem::BadPort);
}

} // namespace

std::optional<UrlProblem> problemOfOtherUrl(QStringView scheme, QStringView behindColon)
{
    if (isScheme(scheme, u"file"))
        return problemOfFile(behindColon);
    if (std::any_of(domainSchemes.begin(), domainSchemes.end(),
                    [scheme](QStringView name) { return isScheme(scheme, name); }))
        return problemOfDomain(behindColon);
    return behindColon.startsWith(u"//") ? problemOfAuthority(behindColon.sliced(2)) : std::nullopt;
}

} // namespace rollcall
