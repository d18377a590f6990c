// SPDX-License-Identifier: MIT
#include "core/monitor/urlchecker.h"

#include "core/async/sleep.h"
#include "core/check/hostqueue.h"
#include "core/check/retryafter.h"
#include "core/check/urlcheck.h"
#include "core/check/verdict.h"
#include "core/net/fetcher.h"
#include "core/net/hostresolver.h"
#include "core/url/normalizeurl.h"
#include "core/url/urlparts.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace rollcall {

namespace {

/// Checks that begin within this time share what the name servers said.
constexpr std::chrono::seconds lookupsHold(5);

Politeness withoutGivingUp(Politeness politeness)
{
    politeness.giveUpAfter = 0;
    return politeness;
}

std::chrono::microseconds since(async::Clock::time_point moment)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(async::Clock::now() - moment);
}

} // namespace

struct LiveUrlChecker::Host {
    Host(int hostId, int places) : id(hostId), semaphore(places) {}

    int id;
    async::Semaphore semaphore;
};

/// The answers of the name servers, for a while.
class LiveUrlChecker::Network
{
public:
    Network(AccessManagers &managers, const TransportOptions &options)
        : resolver(options.ipVersion, options.hostOverrides),
          fetcher(managers, resolver)
    {
    }

    HostResolver resolver;
    Fetcher fetcher;
    const async::Clock::time_point made = async::Clock::now();
};

LiveUrlChecker::LiveUrlChecker(CheckSettings settings)
    : m_settings(std::move(settings)),
      m_managers(m_settings.transport),
      m_places(m_settings.limits.concurrency),
      m_hostWatch(withoutGivingUp(m_settings.politeness), m_settings.limits.ratePerHost,
                  QRandomGenerator::global()->generate())
{
    Q_ASSERT(!validate(m_settings));
    m_pacer.setRate(m_settings.limits.rate);
}

LiveUrlChecker::~LiveUrlChecker() = default;

async::Coroutine<CheckResult> LiveUrlChecker::check(UrlEntry entry)
{
    const auto asked = async::Clock::now();
    Host *const host = &hostOf(entry.url);
    const async::Semaphore::Permit hostPlace = co_await host->semaphore.acquire();
    const async::Semaphore::Permit place = co_await m_places.acquire();
    CheckResult result = CheckResult::neverStarted(entry.url);
    for (int calls = 1;; ++calls) {
        async::Coroutine<void> turn = turnOf(host);
        co_await std::move(turn);
        if (calls == 1)
            result.queueTime = since(asked);
        async::Coroutine<void> calling = call(host, entry, &result);
        co_await std::move(calling);
        if (calls > m_settings.retries || !isIdempotent(methodFor(entry, m_settings)) ||
            !isTransient(result.fetch))
            break;
        async::Coroutine<void> pause = async::sleep(m_hostWatch.pauseAfter(calls));
        co_await std::move(pause);
    }
    // What has been judged is not kept.
    result.fetch.responseHeaders.clear();
    result.fetch.bodyPrefix.clear();
    co_return result;
}

LiveUrlChecker::Host &LiveUrlChecker::hostOf(const QByteArray &url)
{
    std::shared_ptr<Host> &host = m_hosts[hostKey(url)];
    if (!host)
        host = std::make_shared<Host>(int(m_hosts.size()), m_settings.limits.perHost);
    return *host;
}

async::Coroutine<void> LiveUrlChecker::turnOf(Host *host)
{
    for (;;) {
        const auto now = async::Clock::now();
        const auto next = std::max(m_pacer.next(), m_hostWatch.notBefore(host->id));
        if (next <= now)
            break;
        async::Coroutine<void> wait = async::sleep(next - now);
        co_await std::move(wait);
    }
    m_pacer.take(async::Clock::now());
    m_hostWatch.callBegins(host->id, async::Clock::now());
}

async::Coroutine<void> LiveUrlChecker::call(Host *host, UrlEntry entry, CheckResult *result)
{
    const std::shared_ptr<Network> shared = network();
    if (schemeOf(entry.url) != UrlScheme::Other && !m_managers.isProxied(entry.url)) {
        const QString name = QString::fromLatin1(UrlParts(entry.url).hostName());
        async::Coroutine<void> admitted = shared->resolver.admission(name);
        co_await std::move(admitted);
    }
    CallEnd end;
    end.began = async::Clock::now();
    const UrlCheckContext context(entry, 0, false);
    async::Coroutine<void> checking = checkUrl(&shared->fetcher, &m_settings, context, result);
    co_await std::move(checking);
    end.ended = async::Clock::now();
    end.sign = hostSign(result->fetch);
    end.error = result->fetch.error;
    if (end.sign == HostSign::Busy)
        end.retryAfter = retryAfter(result->fetch, QDateTime::currentDateTimeUtc());
    m_hostWatch.callEnds(host->id, end);
}

std::shared_ptr<LiveUrlChecker::Network> LiveUrlChecker::network()
{
    if (!m_network || async::Clock::now() - m_network->made > lookupsHold)
        m_network = std::make_shared<Network>(m_managers, m_settings.transport);
    return m_network;
}

} // namespace rollcall
