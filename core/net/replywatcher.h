// SPDX-License-Identifier: MIT
// The exchange that is a running QNetworkReply, of whatever access manager.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/scheduler.h"
#include "core/net/exchange.h"

#include <QList>
#include <QNetworkReply>
#include <QObject>
#include <QSslError>

#include <memory>
#include <optional>

namespace rollcall {

/// Owns a reply, and notes when its signals come. Not to be destroyed by a slot of the reply.
class ReplyWatcher final : public QObject, public Exchange
{
public:
    using TimePoint = async::Clock::time_point;

    /// Takes the ownership of \a reply.
    explicit ReplyWatcher(QNetworkReply *reply);

    QNetworkReply &reply() const { return *m_reply; }

    /// Waits for the end of the transfer. Without somebody to read() meanwhile the reply holds its whole
    /// body.
    async::Coroutine<void> finished();

    bool isConnected() const override { return m_encrypted || m_requestSent || hasHead() || isFinished(); }
    bool hasHead() const override { return m_head.has_value(); }
    bool isFinished() const override { return m_isFinished; }
    int status() const override;
    QList<HeaderField> headers() const override { return m_reply->rawHeaderPairs(); }
    QByteArray header(QByteArrayView name) const override { return m_reply->rawHeader(name.toByteArray()); }
    qint64 read(char *data, qint64 maximumBytes) override;
    /// Those of replyFactsAttribute, if the manager sets it, else what Qt tells.
    ReplyFacts facts() const override;

    /// When a new connection was begun; none for a kept one.
    std::optional<TimePoint> connecting() const { return m_connecting; }
    std::optional<TimePoint> encrypted() const { return m_encrypted; }
    std::optional<TimePoint> requestSent() const { return m_requestSent; }
    std::optional<TimePoint> head() const { return m_head; }
    const QList<QSslError> &sslErrors() const { return m_sslErrors; }

private:
    void note(std::optional<TimePoint> &moment);

    std::optional<TimePoint> m_connecting;
    std::optional<TimePoint> m_encrypted;
    std::optional<TimePoint> m_requestSent;
    std::optional<TimePoint> m_head;
    bool m_isFinished = false;
    QList<QSslError> m_sslErrors;
    std::unique_ptr<QNetworkReply> m_reply; // the last: it may have something to say as it is destroyed
};

} // namespace rollcall
