// SPDX-License-Identifier: MIT
#include "core/monitor/nearhost.h"

#include <QHostAddress>
#include <QString>

#include <algorithm>
#include <array>
#include <utility>

namespace rollcall {

namespace {

bool isNearAddress(const QHostAddress &address)
{
    // RFC 1918; Qt knows the others.
    static const std::array<std::pair<QHostAddress, int>, 3> privateNets = {{
        {QHostAddress(QStringLiteral("10.0.0.0")), 8},
        {QHostAddress(QStringLiteral("172.16.0.0")), 12},
        {QHostAddress(QStringLiteral("192.168.0.0")), 16},
    }};
    return address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast() ||
           std::any_of(privateNets.begin(), privateNets.end(),
                       [&address](const auto &net) { return address.isInSubnet(net.first, net.second); });
}

} // namespace

bool isNearHost(QByteArrayView host)
{
    const bool isBracketed = host.startsWith('[') && host.endsWith(']');
    const QHostAddress address(QString::fromLatin1(isBracketed ? host.sliced(1).chopped(1) : host));
    if (!address.isNull())
        return isNearAddress(address);
    constexpr std::array<QByteArrayView, 5> endings = {".localhost", ".local", ".lan", ".internal",
                                                       ".home.arpa"};
    return !host.contains('.') || std::any_of(endings.begin(), endings.end(), [host](QByteArrayView ending) {
        return host.endsWith(ending);
    });
}

} // namespace rollcall
