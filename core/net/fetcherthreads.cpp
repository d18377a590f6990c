// SPDX-License-Identifier: MIT
#include "core/net/fetcherthreads.h"

#include "core/async/event.h"
#include "core/async/eventloop.h"
#include "core/async/runinloop.h"
#include "core/url/urlparts.h"

#include <QThread>

#include <algorithm>
#include <optional>
#include <semaphore>
#include <utility>

namespace rollcall {

namespace {

/// What else a run has to do, on the thread that makes it, takes about a third of what a call takes: more
/// threads would wait for that one.
constexpr int mostThreads = 4;

/// Qt's own managers have a thread each already.
int usefulThreads(const TransportOptions &options)
{
    if (options.engine == EngineKind::Qt || !isAvailable(options.engine))
        return 1;
    return std::clamp(QThread::idealThreadCount(), 1, mostThreads);
}

} // namespace

/// A thread with a fetcher, which others reach through fetch().
class FetcherThreads::Thread final : public UrlFetcher
{
public:
    Thread(const TransportOptions &options, const HostResolver &resolver)
        : m_options(options),
          m_sharedResolver(resolver),
          m_thread(QThread::create([this] { run(); }))
    {
        m_thread->setObjectName(QStringLiteral("fetcher"));
        m_thread->start();
        m_isReady.acquire();
    }
    /// What is in flight is cancelled.
    ~Thread() override
    {
        m_loop->callSoon([end = m_end] { end->set(); });
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Thread)

    async::Coroutine<FetchResult> fetch(FetchRequest request) override
    {
        auto there = [fetcher = m_fetcher, request = std::move(request)]() mutable {
            return fetcher->fetch(std::move(request));
        };
        return async::runInLoop(*m_loop, std::move(there));
    }

private:
    void run()
    {
        AccessManagers managers(m_options);
        HostResolver resolver = m_sharedResolver.sibling();
        Fetcher fetcher(managers, resolver);
        async::Event end;
        async::EventLoop loop;
        m_fetcher = &fetcher;
        m_end = &end;
        m_loop = async::LoopReference::current();
        m_isReady.release();
        loop.runUntilComplete(end.wait());
        loop.close(); // before what the calls use is gone
    }

    const TransportOptions m_options;
    const HostResolver &m_sharedResolver;
    std::binary_semaphore m_isReady{0};
    // Set by the thread itself, before it is ready.
    Fetcher *m_fetcher = nullptr;
    async::Event *m_end = nullptr;
    std::optional<async::LoopReference> m_loop;
    std::unique_ptr<QThread> m_thread;
};

FetcherThreads::FetcherThreads(TransportOptions options)
    : m_options(std::move(options)),
      m_managers(m_options),
      m_resolver(m_options.ipVersion, m_options.hostOverrides),
      m_own(m_managers, m_resolver),
      m_others(std::size_t(usefulThreads(m_options) - 1))
{
}

FetcherThreads::~FetcherThreads() = default;

UrlFetcher &FetcherThreads::fetcher(int thread)
{
    if (thread == 0)
        return m_own;
    std::unique_ptr<Thread> &other = m_others.at(std::size_t(thread - 1));
    if (!other)
        other = std::make_unique<Thread>(m_options, m_resolver);
    return *other;
}

async::Coroutine<void> FetcherThreads::admission(QByteArray url)
{
    if (m_managers.isProxied(url))
        co_return;
    async::Coroutine<void> admitted = m_resolver.admission(QString::fromLatin1(UrlParts(url).host));
    co_await std::move(admitted);
}

} // namespace rollcall
