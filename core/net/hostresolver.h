// SPDX-License-Identifier: MIT
// Looks up host names, many at a time, without letting dead names hold up living ones.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/semaphore.h"
#include "core/net/transportoptions.h"

#include <QHostAddress>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace rollcall {

/// What a look-up gave.
enum class LookupStatus {
    Found,
    NotFound, ///< the name does not exist
    Failed,   ///< no usable answer
};

struct HostLookup {
    HostLookup() = default;
    HostLookup(LookupStatus lookupStatus, QString reason) : status(lookupStatus), detail(std::move(reason)) {}

    LookupStatus status = LookupStatus::Failed;
    QString detail;                                ///< the system's reason
    QList<QHostAddress> addresses;                 ///< best first
    std::optional<std::chrono::microseconds> time; ///< empty: nothing had to be asked
};

/// Resolves names on threads of its own through QHostInfo::fromName(), which also fills the cache that
/// QNetworkAccessManager uses next. Qt itself has 20 look-up threads for the whole process: with a few dozen
/// names whose servers do not answer, everything behind them waits. One thread; the answers are kept while it
/// or a sibling lives.
class HostResolver
{
public:
    /// Asks for the addresses of one name, and blocks meanwhile. Called in several threads at once.
    using Ask = std::function<HostLookup(const QString &host)>;

    /// Asks the system for addresses of this version, but not for hosts with an override.
    explicit HostResolver(IpVersion ipVersion = IpVersion::Any, const QList<HostOverride> &overrides = {});
    explicit HostResolver(Ask ask);
    HostResolver(const HostResolver &) = delete;
    HostResolver &operator=(const HostResolver &) = delete;

    /// One for the calling thread that shares this one's answers, and what has been asked. Any thread.
    HostResolver sibling() const;

    /// Begins a look-up of \a host as soon as there is a thread for it, and does not wait for its answer.
    /// Await it before a deadline begins: waiting for a thread is not the host's fault.
    async::Coroutine<void> admission(QString host);
    /// The answer for \a host, a name or an IP address. Several callers of one name share one look-up;
    /// cancelling one of them leaves it to the others.
    async::Coroutine<HostLookup> lookUp(QString host);

private:
    class Answers;

    HostResolver(Ask ask, IpVersion ipVersion, std::shared_ptr<Answers> answers);

    HostLookup lookUpAddress(const QString &host) const;
    void begin(const QString &host, async::Semaphore::Permit thread);

    Ask m_ask;
    IpVersion m_ipVersion;
    std::shared_ptr<Answers> m_answers;
    std::shared_ptr<async::Semaphore> m_threads; // permits may outlive this
};

} // namespace rollcall
