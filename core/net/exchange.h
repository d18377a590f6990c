// SPDX-License-Identifier: MIT
// One request and its answer, as Call sees them, whoever carries them.
#pragma once

#include "core/async/event.h"
#include "core/net/replyfacts.h"
#include "core/url/entrydetails.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QList>

#include <chrono>
#include <memory>

namespace rollcall {

/// What is asked for.
struct ExchangeRequest {
    ExchangeRequest() = default;

    QByteArray url;    ///< canonical http or https, without credentials and fragment
    QByteArray method; ///< upper case
    /// All that are sent beside Host and those that frame the body; each name once.
    QList<HeaderField> headers;
    QByteArray body;               ///< sent with every method but GET and HEAD
    QList<QHostAddress> addresses; ///< where the host is, best first; none: not looked up here
    std::chrono::milliseconds connectTimeout{0};
    bool keepConnection = true; ///< for another request to the host
};

/// A request under way. Destroying it, in whatever state, ends it: cancelling the coroutine that holds it is
/// all it takes to cancel a request. One thread, that of its event loop.
class Exchange
{
public:
    /// Enough to keep a fast connection busy; what is over it stays in the kernel and slows the sender down.
    static constexpr qint64 readBufferBytes = 256 * 1024;

    Exchange() = default;
    virtual ~Exchange() = default;
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    /// Waits for something to happen that did not yet when the last wait ended: bytes to read, the head, the
    /// end, ... Look before waiting, and after.
    auto nextEvent()
    {
        m_happened.clear();
        return m_happened.wait();
    }

    /// A connection for the request is there (new or kept): it was encrypted, sent, answered or has ended.
    virtual bool isConnected() const = 0;
    /// The head of the final answer is there.
    virtual bool hasHead() const = 0;
    /// Nothing more happens; bytes may be left to read.
    virtual bool isFinished() const = 0;

    /// Of the head; 0: there is none.
    virtual int status() const = 0;
    /// In the order of arrival, as sent, but that a repeated one is joined: see ResponseHead::joinedFields().
    virtual QList<HeaderField> headers() const = 0;
    /// The value of a field by its name, in any case of letters; null if there is none.
    virtual QByteArray header(QByteArrayView name) const = 0;

    /// Takes the next bytes of the body as transferred, at most \a maximumBytes. Returns how many; 0: none
    /// are there now.
    virtual qint64 read(char *data, qint64 maximumBytes) = 0;

    /// What is known by now.
    virtual ReplyFacts facts() const = 0;

protected:
    void happened() { m_happened.set(); }

private:
    async::Event m_happened;
};

/// Whoever carries requests.
class Transport
{
public:
    virtual ~Transport() = default;

    /// Whether a canonical \a url can be called at all.
    virtual bool accepts(const QByteArray &url) const = 0;
    /// Begins; what follows is heard through the event loop. The exchange must not outlive the transport.
    virtual std::unique_ptr<Exchange> begin(const ExchangeRequest &request) = 0;
};

} // namespace rollcall
