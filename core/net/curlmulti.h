// SPDX-License-Identifier: MIT
// libcurl's multi interface on the Qt event loop.
#pragma once

#include "core/async/scheduler.h"
#include "core/net/curlhandle.h"
#include "core/net/socketwatch.h"

#include <QBasicTimer>
#include <QObject>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace rollcall {

/// Somebody whose easy handle the multi handle drives.
class CurlClient
{
public:
    /// The transfer has ended with \a code; its handle is still in the multi. Called by libcurl's driver:
    /// no signal may be emitted, and no coroutine resumed.
    virtual void transferEnded(CURLcode code) = 0;
    /// Something has happened since the last call, see CurlMulti::touch(). Called by the event loop, outside
    /// of libcurl: everything is allowed, destroying the client too.
    virtual void proceed() = 0;

protected:
    ~CurlClient() = default;
};

/// Drives all transfers of one access manager, on the thread that made it. libcurl's callbacks only take
/// notes; what follows from them is done when libcurl has returned.
class CurlMulti : public QObject
{
public:
    CurlMulti();
    ~CurlMulti() override;

    /// A handle that is reset, from the pool.
    std::unique_ptr<CurlHandle> takeHandle();
    /// Back into the pool; it must not be in the multi any more.
    void giveBack(std::unique_ptr<CurlHandle> handle);

    /// Begins a transfer, from the event loop. The handle's CURLOPT_PRIVATE is the client.
    void add(CURL *easy);
    /// Ends a transfer at once, in whatever state.
    void remove(CURL *easy);
    /// Goes on with a transfer that its callbacks have paused.
    void resume(CURL *easy);
    /// Lets \a client proceed(), soon.
    void touch(CurlClient *client);
    /// Nothing will be called on \a client any more.
    void forget(const CurlClient *client);
    /// When what libcurl is just reading arrived at this machine: sockets that are ready wait for each other.
    async::Clock::time_point arrival() const { return m_arrival.value_or(async::Clock::now()); }

protected:
    bool event(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    static int socketCallback(CURL *easy, curl_socket_t socket, int what, void *self, void *socketData);
    static int timerCallback(CURLM *multi, long timeoutMs, void *self);

    void beginSome();
    void driveSockets(std::span<const SocketWatch::Ready> ready);
    void actOn(std::span<const SocketWatch::Ready> ready);
    void driveTimeouts();
    void collectEnded();
    void letClientsProceed();
    void postTurn();
    void startTimer(long timeoutMs);

    struct Delete {
        void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
    };

    SocketWatch m_sockets;
    std::vector<std::unique_ptr<CurlHandle>>
        m_idleHandles; // outlive the multi: its connections refer to some
    std::unique_ptr<CURLM, Delete> m_multi;
    QBasicTimer m_timer;
    async::Clock::time_point m_due = async::Clock::time_point::max();
    std::optional<async::Clock::time_point> m_arrival; // while libcurl reads a socket
    std::deque<CURL *> m_waiting;                      // to begin
    bool m_isTurnPosted = false;
    bool m_isTimeoutDue = false;
    std::deque<CurlClient *> m_touched; // null: forgotten
};

} // namespace rollcall
