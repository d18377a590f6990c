// SPDX-License-Identifier: MIT
#include "core/net/localnetwork.h"

#include <QNetworkInterface>

#include <algorithm>

namespace rollcall {

namespace {

bool leadsOut(const QNetworkInterface &interface)
{
    const QNetworkInterface::InterfaceFlags flags = interface.flags();
    return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning) &&
           !flags.testFlag(QNetworkInterface::IsLoopBack) && !interface.addressEntries().isEmpty();
}

} // namespace

bool isOffline()
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    if (interfaces.isEmpty()) // not even loopback: the system did not tell
        return false;
    return std::none_of(interfaces.begin(), interfaces.end(), leadsOut);
}

} // namespace rollcall
