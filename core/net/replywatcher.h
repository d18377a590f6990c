// SPDX-License-Identifier: MIT
// The coroutine's view of a running QNetworkReply: what has happened so far, when, and a wait for the next
// thing.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/event.h"
#include "core/async/scheduler.h"

#include <QList>
#include <QNetworkReply>
#include <QObject>
#include <QSslError>

#include <memory>
#include <optional>

namespace rollcall {

/// Owns a reply. Destroying it, in whatever state, ends the transfer and deletes the reply: cancelling the
/// coroutine that holds it is all it takes to cancel a request. Not to be destroyed by a slot of the reply.
class ReplyWatcher : public QObject
{
public:
    using TimePoint = async::Clock::time_point;

    /// Takes the ownership of \a reply.
    explicit ReplyWatcher(QNetworkReply *reply);

    QNetworkReply &reply() const { return *m_reply; }

    /// Waits for something to happen that did not yet when the last wait ended: bytes to read, the head, the
    /// end, ... Look before waiting, and after.
    auto nextEvent()
    {
        m_happened.clear();
        return m_happened.wait();
    }

    /// Waits for the end of the transfer. Without somebody to read() meanwhile the reply holds its whole
    /// body.
    async::Coroutine<void> finished();

    /// A connection for the request is there (new or kept): it was encrypted, sent, answered or has ended.
    bool isConnected() const { return m_encrypted || m_requestSent || hasHead() || isFinished(); }
    bool hasHead() const { return m_head.has_value(); }
    bool isFinished() const { return m_isFinished; }

    /// When a new connection was begun; none for a kept one.
    std::optional<TimePoint> connecting() const { return m_connecting; }
    std::optional<TimePoint> encrypted() const { return m_encrypted; }
    std::optional<TimePoint> requestSent() const { return m_requestSent; }
    std::optional<TimePoint> head() const { return m_head; }
    const QList<QSslError> &sslErrors() const { return m_sslErrors; }

private:
    void note(std::optional<TimePoint> &moment);

    async::Event m_happened;
    std::optional<TimePoint> m_connecting;
    std::optional<TimePoint> m_encrypted;
    std::optional<TimePoint> m_requestSent;
    std::optional<TimePoint> m_head;
    bool m_isFinished = false;
    QList<QSslError> m_sslErrors;
    std::unique_ptr<QNetworkReply> m_reply; // the last: it may have something to say as it is destroyed
};

} // namespace rollcall
