// SPDX-License-Identifier: MIT
// Calls URLs on several threads, so that one run can use more than one processor.
#pragma once

#include "core/async/coroutine.h"
#include "core/net/accessmanagers.h"
#include "core/net/fetcher.h"
#include "core/net/hostresolver.h"

#include <memory>
#include <vector>

namespace rollcall {

/// The fetchers of one run: one for the thread that makes this, and others on threads of their own, each with
/// its own access managers and event loop. A thread is started when it is first used. They share what the
/// name servers say, and no connection. To be used by the thread that makes it, and destroyed when nothing is
/// in flight any more.
class FetcherThreads
{
public:
    /// As many as are of use on this machine to the engine of \a options.
    explicit FetcherThreads(TransportOptions options);
    ~FetcherThreads();
    FetcherThreads(const FetcherThreads &) = delete;
    FetcherThreads &operator=(const FetcherThreads &) = delete;

    int count() const { return int(m_others.size()) + 1; }
    /// The fetcher of a thread, from 0, which is the calling one, to count() - 1.
    UrlFetcher &fetcher(int thread);

    /// Waits until \a url, canonical http or https, could be called with nothing in its way that is not its
    /// own fault: until the look-up of its host has begun, where its host has to be looked up here.
    async::Coroutine<void> admission(QByteArray url);

private:
    class Thread;

    TransportOptions m_options;
    AccessManagers m_managers;
    HostResolver m_resolver;
    Fetcher m_own;
    std::vector<std::unique_ptr<Thread>> m_others;
};

} // namespace rollcall
