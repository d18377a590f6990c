// SPDX-License-Identifier: MIT
#include "core/net/curlmulti.h"

#include "core/net/arrivaltime.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimerEvent>

#include <algorithm>

namespace rollcall {

namespace {

/// Idle handles beyond these are of no use: it is rare that so many requests end at once.
constexpr std::size_t maximumIdleHandles = 1'000;

/// libcurl walks its idle connections often. Those worth keeping are of hosts whose next URL is about to
/// come.
constexpr long maximumIdleConnections = 1'000;

constexpr std::size_t mostBegunAtOnce = 8;

CurlClient &clientOf(CURL *easy)
{
    CurlClient *client = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &client);
    return *client;
}

int toCurlEvents(SocketWatch::Events events)
{
    int mask = 0;
    if (events.testFlag(SocketWatch::Readable))
        mask |= CURL_CSELECT_IN;
    if (events.testFlag(SocketWatch::Writable))
        mask |= CURL_CSELECT_OUT;
    return mask;
}

SocketWatch::Events wantedEvents(int what)
{
    switch (what) {
    case CURL_POLL_IN:
        return SocketWatch::Readable;
    case CURL_POLL_OUT:
        return SocketWatch::Writable;
    case CURL_POLL_INOUT:
        return SocketWatch::Readable | SocketWatch::Writable;
    default: // CURL_POLL_REMOVE
        return {};
    }
}

} // namespace

CurlMulti::CurlMulti()
    : m_sockets([this](std::span<const SocketWatch::Ready> ready) { driveSockets(ready); }),
      m_multi(curl_multi_init())
{
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETFUNCTION, socketCallback);
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERFUNCTION, timerCallback);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, maximumIdleConnections);
}

CurlMulti::~CurlMulti() = default;

std::unique_ptr<CurlHandle> CurlMulti::takeHandle()
{
    std::unique_ptr<CurlHandle> handle;
    if (m_idleHandles.empty()) {
        handle = std::make_unique<CurlHandle>();
    } else {
        handle = std::move(m_idleHandles.back());
        m_idleHandles.pop_back();
    }
    if (handle->isValid())
        handle->reset();
    return handle;
}

void CurlMulti::giveBack(std::unique_ptr<CurlHandle> handle)
{
    if (m_idleHandles.size() < maximumIdleHandles)
        m_idleHandles.push_back(std::move(handle));
}

void CurlMulti::add(CURL *easy)
{
    m_waiting.push_back(easy);
    postTurn();
}

void CurlMulti::remove(CURL *easy)
{
    const auto waiting = std::find(m_waiting.begin(), m_waiting.end(), easy);
    if (waiting != m_waiting.end())
        m_waiting.erase(waiting);
    else
        curl_multi_remove_handle(m_multi.get(), easy);
}

void CurlMulti::resume(CURL *easy)
{
    curl_easy_pause(easy, CURLPAUSE_CONT);
}

void CurlMulti::touch(CurlClient *client)
{
    m_touched.push_back(client);
    postTurn();
}

void CurlMulti::forget(const CurlClient *client)
{
    std::replace(m_touched.begin(), m_touched.end(), const_cast<CurlClient *>(client),
                 static_cast<CurlClient *>(nullptr));
}

bool CurlMulti::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_isTurnPosted = false;
    beginSome();
    if (std::exchange(m_isTimeoutDue, false))
        driveTimeouts();
    else
        letClientsProceed();
    if (!m_waiting.empty())
        postTurn();
    return true;
}

/// A few at a time: to connect takes long, and the answers that come meanwhile would all wait.
void CurlMulti::beginSome()
{
    for (std::size_t begun = 0; begun < mostBegunAtOnce && !m_waiting.empty(); ++begun) {
        CURL *const easy = m_waiting.front();
        m_waiting.pop_front();
        if (curl_multi_add_handle(m_multi.get(), easy) != CURLM_OK)
            clientOf(easy).transferEnded(CURLE_OUT_OF_MEMORY);
    }
}

/// The timer may be early, for a time-out that libcurl has since put off.
void CurlMulti::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    m_timer.stop();
    if (m_due == async::Clock::time_point::max())
        return;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_due - async::Clock::now());
    if (left.count() > 0) {
        m_timer.start(int(left.count()), Qt::PreciseTimer, this);
        return;
    }
    m_due = async::Clock::time_point::max();
    driveTimeouts();
}

int CurlMulti::socketCallback(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    static_cast<CurlMulti *>(self)->m_sockets.watch(qintptr(socket), wantedEvents(what));
    return 0;
}

int CurlMulti::timerCallback(CURLM *, long timeoutMs, void *self)
{
    static_cast<CurlMulti *>(self)->startTimer(timeoutMs);
    return 0;
}

void CurlMulti::startTimer(long timeoutMs)
{
    if (timeoutMs == 0) {
        m_isTimeoutDue = true;
        postTurn();
    }
    if (timeoutMs <= 0) {
        m_due = async::Clock::time_point::max();
        return;
    }
    const auto before = std::exchange(m_due, async::Clock::now() + std::chrono::milliseconds(timeoutMs));
    if (!m_timer.isActive() || m_due < before)
        m_timer.start(int(timeoutMs), Qt::PreciseTimer, this);
}

void CurlMulti::driveSockets(std::span<const SocketWatch::Ready> ready)
{
    actOn(ready);
    collectEnded();
    letClientsProceed();
}

void CurlMulti::actOn(std::span<const SocketWatch::Ready> ready)
{
    for (const auto &[socket, events] : ready) {
        int running = 0;
        if (events.testFlag(SocketWatch::Readable))
            m_arrival = arrivalTime(socket);
        curl_multi_socket_action(m_multi.get(), curl_socket_t(socket), toCurlEvents(events), &running);
        m_arrival.reset();
    }
}

void CurlMulti::driveTimeouts()
{
    // A transfer that is looked at for its time-out also reads, and nobody could say when that had arrived.
    m_sockets.visitReady([this](std::span<const SocketWatch::Ready> ready) { actOn(ready); });
    int running = 0;
    curl_multi_socket_action(m_multi.get(), CURL_SOCKET_TIMEOUT, 0, &running);
    collectEnded();
    letClientsProceed();
}

void CurlMulti::collectEnded()
{
    int left = 0;
    while (const CURLMsg *const message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result; // the message does not survive what follows
        clientOf(message->easy_handle).transferEnded(code);
    }
}

void CurlMulti::letClientsProceed()
{
    while (!m_touched.empty()) {
        CurlClient *const client = m_touched.front();
        m_touched.pop_front();
        if (client)
            client->proceed();
    }
}

void CurlMulti::postTurn()
{
    if (std::exchange(m_isTurnPosted, true))
        return;
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

} // namespace rollcall
