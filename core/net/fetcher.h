// SPDX-License-Identifier: MIT
// Calls one URL, follows its redirects, and reports the facts.
#pragma once

#include "core/async/coroutine.h"
#include "core/net/fetchrequest.h"
#include "core/net/fetchresult.h"

namespace rollcall {

class AccessManagers;
class HostResolver;

/// Calls URLs, in this thread or in another.
class UrlFetcher
{
public:
    virtual ~UrlFetcher() = default;
    UrlFetcher() = default;
    UrlFetcher(const UrlFetcher &) = delete;
    UrlFetcher &operator=(const UrlFetcher &) = delete;

    /// Calls \a request. Every failure of the network or the server is in the result; what was known by then
    /// stays in it. Cancelling ends the transfer and throws Cancelled at once.
    virtual async::Coroutine<FetchResult> fetch(FetchRequest request) = 0;
};

/// Does on any access manager, and in the same way on each, what is Rollcall's own: redirects, deadlines,
/// caps, credentials, counting. Bodies stream by and are not kept. The managers and the resolver must outlive
/// it; one thread.
class Fetcher final : public UrlFetcher
{
public:
    Fetcher(AccessManagers &managers, HostResolver &resolver) : m_managers(managers), m_resolver(resolver) {}

    async::Coroutine<FetchResult> fetch(FetchRequest request) override;

private:
    AccessManagers &m_managers;
    HostResolver &m_resolver;
};

} // namespace rollcall
