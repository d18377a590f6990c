// SPDX-License-Identifier: MIT
// One call under way: the state behind Fetcher::fetch().
#pragma once

#include "core/async/coroutine.h"
#include "core/net/bodymeter.h"
#include "core/net/fetchrequest.h"
#include "core/net/fetchresult.h"
#include "core/net/replyfacts.h"
#include "core/net/replywatcher.h"

#include <QSet>
#include <QUrl>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkRequest;
QT_END_NAMESPACE

namespace rollcall {

namespace async {
class Timeout;
}
class AccessManagers;
class HostResolver;
struct NormalizedUrl;

/// Calls one URL hop by hop. Its result can be taken at any moment: it holds what is known by then.
class Call
{
public:
    Call(AccessManagers &managers, HostResolver &resolver, FetchRequest request);

    /// Follows the hops to the last byte, or to the first failure.
    async::Coroutine<void> run();
    /// The deadline has passed.
    void failByDeadline();
    FetchResult takeResult();

private:
    async::Coroutine<void> hop();
    async::Coroutine<void> connectHop();
    async::Coroutine<void> untilConnected(QList<QHostAddress> addresses);
    async::Coroutine<void> readAnswer();
    async::Coroutine<void> readAll(async::Timeout *limit);

    QNetworkRequest makeRequest() const;
    ReplyFacts facts() const;
    void note(const ReplyFacts &facts);
    void readHead();
    void keepHeaders();
    qint64 keptBodyBytes() const;
    void readBody();
    void endHop();
    void checkLength();
    bool isRedirect() const;
    void followRedirect();
    ErrorKind checkRedirect(const NormalizedUrl *target, QString &detail) const;
    void redirectTo(const QByteArray &target);
    QNetworkReply *send(QNetworkAccessManager &manager, const QNetworkRequest &request) const;
    void setUrl(const QByteArray &url);
    void fail(ErrorKind kind, QString detail = {});
    bool hasFailed() const { return m_result.error != ErrorKind::None; }
    std::chrono::microseconds sinceStart(async::Clock::time_point moment) const;

    AccessManagers &m_managers;
    HostResolver &m_resolver;
    FetchRequest m_request;
    FetchResult m_result;

    QByteArray m_address; // of the current hop: canonical, without credentials and fragment
    QUrl m_url;           // the same for Qt
    HttpMethod m_method;  // of the current hop
    QByteArray m_authorization;
    QByteArray m_origin; // of m_url
    QByteArray m_firstOrigin;
    QSet<QByteArray> m_visited;
    bool m_isDone = false;

    // Of the current hop.
    async::Clock::time_point m_hopStarted;
    std::unique_ptr<ReplyWatcher> m_watcher;
    std::unique_ptr<BodyMeter> m_body;
};

} // namespace rollcall
