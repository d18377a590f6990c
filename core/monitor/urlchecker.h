// SPDX-License-Identifier: MIT
// Checks single URLs as they are asked for, for as long as a program runs.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/semaphore.h"
#include "core/check/checkresult.h"
#include "core/check/checksettings.h"
#include "core/check/hostwatch.h"
#include "core/net/accessmanagers.h"
#include "core/url/urlentry.h"

#include <QByteArray>
#include <QHash>

#include <memory>

namespace rollcall {

/// Whoever can check a URL.
class UrlChecker
{
public:
    UrlChecker() = default;
    virtual ~UrlChecker() = default;
    UrlChecker(const UrlChecker &) = delete;
    UrlChecker &operator=(const UrlChecker &) = delete;

    /// Checks the URL of \a entry. Many may be under way. Cancelling ends the check and throws Cancelled.
    virtual async::Coroutine<CheckResult> check(UrlEntry entry) = 0;
};

/// Calls URLs within the limits of its settings. Where a CheckRun knows its whole list, this one knows what
/// is under way: a call waits for a free place of its host, then for one at all, then for its turn by the
/// rates, and for hosts that ask for it. Connections are not kept from one check to the next, so that each
/// measures all phases and sees the certificate; names are looked up anew. It must outlive its checks; one
/// thread.
class LiveUrlChecker final : public UrlChecker
{
public:
    /// \a settings must be valid (see validate()). There is neither a second round nor a giving up of hosts.
    explicit LiveUrlChecker(CheckSettings settings);
    ~LiveUrlChecker() override;

    async::Coroutine<CheckResult> check(UrlEntry entry) override;

private:
    struct Host;
    class Network;

    Host &hostOf(const QByteArray &url);
    async::Coroutine<void> turnOf(Host *host);
    async::Coroutine<void> call(Host *host, UrlEntry entry, CheckResult *result);
    std::shared_ptr<Network> network();

    CheckSettings m_settings;
    AccessManagers m_managers;
    async::Semaphore m_places;
    Pacer m_pacer;
    HostWatch m_hostWatch;
    QHash<QByteArray, std::shared_ptr<Host>> m_hosts;
    std::shared_ptr<Network> m_network;
};

} // namespace rollcall
