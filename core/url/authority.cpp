// SPDX-License-Identifier: MIT
#include "core/url/authority.h"

#include "core/url/ascii.h"
#include "core/url/host.h"
#include "core/url/percentencode.h"

#include <algorithm>

namespace rollcall {

namespace {

void appendUserInfo(QByteArray &bytes, QStringView userInfo)
{
    const qsizetype colon = userInfo.indexOf(u':');
    const QStringView user = colon < 0 ? userInfo : userInfo.first(colon);
    const QStringView password = colon < 0 ? QStringView() : userInfo.sliced(colon + 1);
    appendPercentEncoded(bytes, user, UrlPart::UserInfo);
    if (!password.isEmpty()) {
        bytes += ':';
        appendPercentEncoded(bytes, password, UrlPart::UserInfo);
    }
    if (!bytes.isEmpty())
        bytes += '@';
}

} // namespace

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

std::optional<int> portNumber(QStringView text)
{
    constexpr int maximum = 65535;
    if (text.isEmpty())
        return std::nullopt;
    int number = 0;
    for (const QChar digit : text) {
        if (!isAsciiDigit(digit))
            return std::nullopt;
        number = number * 10 + hexValue(digit);
        if (number > maximum)
            return std::nullopt;
    }
    return number;
}

int defaultPort(UrlScheme scheme)
{
    return scheme == UrlScheme::Https ? 443 : 80;
}

std::variant<QByteArray, UrlProblem> canonicalAuthority(UrlScheme scheme, QStringView text)
{
    const Authority written(text);
    if (written.host.isEmpty())
        return UrlProblem::NoHost;
    const std::optional<QByteArray> host = canonicalHost(written.host);
    if (!host)
        return UrlProblem::BadHost;
    QByteArray authority;
    appendUserInfo(authority, written.userInfo);
    authority += *host;
    if (written.port.isEmpty())
        return authority;
    const std::optional<int> port = portNumber(written.port);
    if (!port)
        return UrlProblem::BadPort;
    if (*port != defaultPort(scheme))
        authority.append(':').append(QByteArray::number(*port));
    return authority;
}

} // namespace rollcall
