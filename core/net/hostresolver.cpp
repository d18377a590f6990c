// SPDX-License-Identifier: MIT
#include "core/net/hostresolver.h"

#include "core/async/future.h"
#include "core/async/scheduler.h"
#include "core/url/ipaddress.h"

#include <QElapsedTimer>
#include <QHash>
#include <QHostInfo>
#include <QThreadPool>

#include <mutex>
#include <utility>
#include <vector>

namespace rollcall {

namespace {

constexpr int maximumThreads = 256;
constexpr qsizetype maximumEntries = 4096;

/// Threads that wait for a name server cannot be stopped. The pool is never destroyed, so that the end of a
/// run or of the program does not wait for them either.
QThreadPool &lookupPool()
{
    static QThreadPool *const pool = [] {
        auto *const made = new QThreadPool;
        // Room for siblings, and for what an earlier run has left waiting.
        made->setMaxThreadCount(8 * maximumThreads);
        return made;
    }();
    return *pool;
}

HostLookup askSystem(const QString &host)
{
    const QHostInfo info = QHostInfo::fromName(host);
    HostLookup lookup;
    switch (info.error()) {
    case QHostInfo::NoError:
        lookup.status = info.addresses().isEmpty() ? LookupStatus::NotFound : LookupStatus::Found;
        break;
    case QHostInfo::HostNotFound:
        lookup = HostLookup(LookupStatus::NotFound, info.errorString());
        break;
    case QHostInfo::UnknownError:
        lookup = HostLookup(LookupStatus::Failed, info.errorString());
        break;
    }
    lookup.addresses = info.addresses();
    return lookup;
}

bool isOfVersion(IpVersion version, const QHostAddress &address)
{
    switch (version) {
    case IpVersion::Any:
        return true;
    case IpVersion::V4:
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    case IpVersion::V6:
        return address.protocol() == QAbstractSocket::IPv6Protocol;
    }
    return false;
}

/// \a lookup without the addresses of the other version.
HostLookup ofVersion(IpVersion version, HostLookup lookup)
{
    lookup.addresses.removeIf([version](const QHostAddress &one) { return !isOfVersion(version, one); });
    if (lookup.status == LookupStatus::Found && lookup.addresses.isEmpty()) {
        lookup.status = LookupStatus::NotFound;
        lookup.detail = version == IpVersion::V4 ? QStringLiteral("it has no IPv4 address")
                                                 : QStringLiteral("it has no IPv6 address");
    }
    return lookup;
}

/// Settles \a answer, a future of the calling thread, from any thread.
std::function<void(const HostLookup &)> tellHere(const async::Future<HostLookup> &answer)
{
    return [answer, home = async::LoopReference::current()](const HostLookup &lookup) {
        home.callSoon([answer, lookup] {
            if (!answer.isDone()) // it is if the wait was cancelled
                answer.setResult(lookup);
        });
    };
}

/// The right to use a thread, and what has to outlive it.
struct HeldThread {
    HeldThread(std::shared_ptr<async::Semaphore> threads, async::Semaphore::Permit thread)
        : semaphore(std::move(threads)),
          permit(std::move(thread))
    {
    }

    std::shared_ptr<async::Semaphore> semaphore;
    async::Semaphore::Permit permit;
};

/// The address that \a host is; null if it is a name.
QHostAddress addressOf(const QString &host)
{
    if (host.startsWith(u'['))
        return QHostAddress(host.sliced(1).chopped(1));
    return endsInNumber(host) || host.contains(u':') ? QHostAddress(host) : QHostAddress();
}

bool isAddress(const QString &host)
{
    return isDottedQuad(host) || !addressOf(host).isNull(); // the first is quick, and most that are one
}

} // namespace

/// What the name servers have said, and who waits for what they have been asked. Any thread.
class HostResolver::Answers
{
public:
    using Waiter = std::function<void(const HostLookup &)>;

    void addOverride(const QString &host, const QHostAddress &address)
    {
        Entry &entry = m_entries[host];
        entry.isOverride = entry.isDone = entry.isTimeTold = true;
        entry.lookup.status = LookupStatus::Found;
        entry.lookup.addresses.append(address);
    }
    void restrictOverrides(IpVersion ipVersion)
    {
        for (Entry &entry : m_entries)
            entry.lookup = ofVersion(ipVersion, std::move(entry.lookup));
    }

    bool isAsked(const QString &host) const
    {
        const std::lock_guard lock(m_mutex);
        return m_entries.contains(host);
    }
    /// Whether it is for the caller to ask, and to put() the answer; else somebody has.
    bool claim(const QString &host)
    {
        const std::lock_guard lock(m_mutex);
        if (m_entries.contains(host))
            return false;
        if (m_entries.size() >= maximumEntries)
            m_entries.removeIf([](auto entry) { return entry.value().isDone && !entry.value().isOverride; });
        m_entries.insert(host, {});
        return true;
    }
    /// The answer, if there is one. The first to hear of it is told its time, too.
    std::optional<HostLookup> find(const QString &host)
    {
        const std::lock_guard lock(m_mutex);
        const auto entry = m_entries.find(host);
        if (entry == m_entries.end() || !entry->isDone)
            return std::nullopt;
        HostLookup lookup = entry->lookup;
        if (std::exchange(entry->isTimeTold, true))
            lookup.time.reset();
        if (lookup.status == LookupStatus::Failed)
            m_entries.erase(entry); // the next one asks anew
        return lookup;
    }
    /// Has \a waiter called with the answer, in any thread; false if nobody has asked, or it is there
    /// already.
    bool addWaiter(const QString &host, Waiter waiter)
    {
        const std::lock_guard lock(m_mutex);
        const auto entry = m_entries.find(host);
        if (entry == m_entries.end() || entry->isDone)
            return false;
        entry->waiters.push_back(std::move(waiter));
        return true;
    }
    void put(const QString &host, const HostLookup &lookup)
    {
        std::vector<Waiter> waiters;
        {
            const std::lock_guard lock(m_mutex);
            Entry &entry = m_entries[host];
            waiters = std::exchange(entry.waiters, {});
            entry.lookup = lookup;
            entry.isDone = true;
            entry.isTimeTold = !waiters.empty();
            if (lookup.status == LookupStatus::Failed && !waiters.empty())
                m_entries.remove(host); // as in find()
        }
        for (const Waiter &waiter : waiters)
            waiter(lookup);
    }

private:
    struct Entry {
        HostLookup lookup;
        std::vector<Waiter> waiters;
        bool isDone = false;
        bool isTimeTold = false;
        bool isOverride = false;
    };

    mutable std::mutex m_mutex;
    QHash<QString, Entry> m_entries;
};

HostResolver::HostResolver(IpVersion ipVersion, const QList<HostOverride> &overrides)
    : HostResolver([ipVersion](const QString &host) { return ofVersion(ipVersion, askSystem(host)); },
                   ipVersion, std::make_shared<Answers>())
{
    for (const auto &[host, address] : overrides)
        m_answers->addOverride(host.toLower(), address);
    m_answers->restrictOverrides(ipVersion);
}

HostResolver::HostResolver(Ask ask)
    : HostResolver(std::move(ask), IpVersion::Any, std::make_shared<Answers>())
{
}

HostResolver::HostResolver(Ask ask, IpVersion ipVersion, std::shared_ptr<Answers> answers)
    : m_ask(std::move(ask)),
      m_ipVersion(ipVersion),
      m_answers(std::move(answers)),
      m_threads(std::make_shared<async::Semaphore>(maximumThreads))
{
}

HostResolver HostResolver::sibling() const
{
    return HostResolver(m_ask, m_ipVersion, m_answers);
}

async::Coroutine<void> HostResolver::admission(QString host)
{
    if (isAddress(host) || m_answers->isAsked(host))
        co_return;
    async::Semaphore::Permit thread = co_await m_threads->acquire();
    if (m_answers->claim(host)) // nobody else has asked while this one waited
        begin(host, std::move(thread));
}

async::Coroutine<HostLookup> HostResolver::lookUp(QString host)
{
    if (isAddress(host))
        co_return lookUpAddress(host);
    for (;;) {
        const std::optional<HostLookup> known = m_answers->find(host);
        if (known)
            co_return *known;
        async::Coroutine<void> admitted = admission(host);
        co_await std::move(admitted);
        const async::Future<HostLookup> answer = async::createFuture<HostLookup>();
        if (!m_answers->addWaiter(host, tellHere(answer)))
            continue; // it has come meanwhile
        const HostLookup lookup = co_await answer;
        co_return lookup;
    }
}

HostLookup HostResolver::lookUpAddress(const QString &host) const
{
    HostLookup lookup(LookupStatus::Found, QString());
    if (m_ipVersion == IpVersion::Any)
        return lookup;
    lookup.addresses = {addressOf(host)};
    lookup = ofVersion(m_ipVersion, std::move(lookup));
    lookup.addresses.clear(); // nobody has to be told
    return lookup;
}

void HostResolver::begin(const QString &host, async::Semaphore::Permit thread)
{
    // Also when this is gone by then: a thread that waits for a name server cannot be stopped.
    const auto held = std::make_shared<HeldThread>(m_threads, std::move(thread));
    lookupPool().start(
        [host, held, ask = m_ask, answers = m_answers, home = async::LoopReference::current()] {
            QElapsedTimer timer;
            timer.start();
            HostLookup lookup = ask(host);
            lookup.time = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
            answers->put(host, lookup);
            home.callSoon([held] { held->permit.release(); });
        });
}

} // namespace rollcall
