// SPDX-License-Identifier: MIT
#include "core/net/hostresolver.h"

#include "core/async/event.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QMutex>
#include <QThreadPool>

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
        made->setMaxThreadCount(4 * maximumThreads); // room for what an earlier run has left waiting
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

/// The address that \a host is; null if it is a name.
QHostAddress addressOf(const QString &host)
{
    return QHostAddress(host.startsWith(u'[') ? host.sliced(1).chopped(1) : host);
}

} // namespace

struct HostResolver::Entry {
    async::Event done;
    HostLookup lookup;
    async::Semaphore::Permit thread;
    bool isOverride = false;
};

/// Where the threads leave their answers, also after the resolver is gone.
class HostResolver::Mailbox
{
public:
    explicit Mailbox(HostResolver *resolver) : m_resolver(resolver) {}

    void close()
    {
        const QMutexLocker lock(&m_mutex);
        m_resolver = nullptr;
    }
    void post(const QString &host, const HostLookup &lookup)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_resolver) {
            QMetaObject::invokeMethod(
                m_resolver, [resolver = m_resolver, host, lookup] { resolver->finish(host, lookup); },
                Qt::QueuedConnection);
        }
    }

private:
    QMutex m_mutex;
    HostResolver *m_resolver;
};

HostResolver::HostResolver(IpVersion ipVersion, const QList<HostOverride> &overrides)
    : HostResolver([ipVersion](const QString &host) { return ofVersion(ipVersion, askSystem(host)); })
{
    m_ipVersion = ipVersion;
    QHash<QString, HostLookup> answers;
    for (const auto &[host, address] : overrides) {
        HostLookup &answer = answers[host.toLower()];
        answer.status = LookupStatus::Found;
        answer.addresses.append(address);
    }
    for (auto answer = answers.constBegin(); answer != answers.constEnd(); ++answer) {
        const auto entry = std::make_shared<Entry>();
        entry->lookup = ofVersion(ipVersion, answer.value());
        entry->done.set();
        entry->isOverride = true;
        m_entries.insert(answer.key(), entry);
    }
}

HostResolver::HostResolver(Ask ask)
    : m_ask(std::move(ask)),
      m_threads(maximumThreads),
      m_mailbox(std::make_shared<Mailbox>(this))
{
}

HostResolver::~HostResolver()
{
    m_mailbox->close();
}

async::Coroutine<void> HostResolver::admission(QString host)
{
    if (!addressOf(host).isNull() || m_entries.contains(host))
        co_return;
    async::Semaphore::Permit thread = co_await m_threads.acquire();
    if (!m_entries.contains(host)) // nobody else has asked while this one waited
        begin(host, std::move(thread));
}

async::Coroutine<HostLookup> HostResolver::lookUp(QString host)
{
    const QHostAddress address = addressOf(host);
    if (!address.isNull())
        co_return lookUpAddress(address);
    const bool isKnown = m_entries.contains(host) && m_entries.value(host)->done.isSet();
    if (!m_entries.contains(host)) {
        async::Coroutine<void> admitted = admission(host);
        co_await std::move(admitted);
    }
    const std::shared_ptr<Entry> entry = m_entries.value(host);
    co_await entry->done.wait();
    HostLookup lookup = entry->lookup;
    if (isKnown)
        lookup.time.reset();
    co_return lookup;
}

HostLookup HostResolver::lookUpAddress(const QHostAddress &address) const
{
    HostLookup lookup(LookupStatus::Found, QString());
    if (m_ipVersion == IpVersion::Any)
        return lookup;
    lookup.addresses = {address};
    lookup = ofVersion(m_ipVersion, std::move(lookup));
    lookup.addresses.clear(); // nobody has to be told
    return lookup;
}

void HostResolver::begin(const QString &host, async::Semaphore::Permit thread)
{
    if (m_entries.size() >= maximumEntries) {
        m_entries.removeIf(
            [](auto entry) { return entry.value()->done.isSet() && !entry.value()->isOverride; });
    }
    const auto entry = std::make_shared<Entry>();
    entry->thread = std::move(thread);
    m_entries.insert(host, entry);
    lookupPool().start([host, ask = m_ask, mailbox = m_mailbox] {
        QElapsedTimer timer;
        timer.start();
        HostLookup lookup = ask(host);
        lookup.time = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
        mailbox->post(host, lookup);
    });
}

void HostResolver::finish(const QString &host, HostLookup lookup)
{
    const std::shared_ptr<Entry> entry = m_entries.value(host);
    entry->lookup = std::move(lookup);
    entry->thread.release();
    entry->done.set();
    if (entry->lookup.status == LookupStatus::Failed)
        m_entries.remove(host); // the next one asks anew
}

} // namespace rollcall
