// SPDX-License-Identifier: MIT
#include "core/net/socketwatch.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <sys/epoll.h>
#include <unistd.h>
#include <unordered_set>

namespace rollcall {

class SocketWatch::Private
{
public:
    explicit Private(Handler handler)
        : m_handler(std::move(handler)),
          m_epoll(epoll_create1(EPOLL_CLOEXEC)),
          m_notifier(m_epoll, QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { collect(); });
    }
    ~Private()
    {
        m_notifier.setEnabled(false);
        ::close(m_epoll);
    }
    Q_DISABLE_COPY_MOVE(Private)

    void watch(qintptr socket, Events events)
    {
        const int descriptor = int(socket);
        if (!events) {
            if (m_watched.erase(descriptor) > 0)
                epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
            return;
        }
        epoll_event wanted = {};
        wanted.events = (events.testFlag(Readable) ? uint32_t(EPOLLIN) : 0) |
                        (events.testFlag(Writable) ? uint32_t(EPOLLOUT) : 0);
        wanted.data.fd = descriptor;
        const bool isNew = m_watched.insert(descriptor).second;
        epoll_ctl(m_epoll, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &wanted);
    }

    void visitReady(const Handler &visit)
    {
        // Those that stay ready come again, behind all others.
        const std::size_t rounds = m_watched.size() / mostAtOnce + 1;
        for (std::size_t round = 0; round < rounds && visitSome(visit); ++round) {
        }
    }

private:
    static constexpr std::size_t mostAtOnce = 8;

    void collect()
    {
        visitSome(m_handler); // the rest is still there in the next round of the event loop
    }

    /// Returns whether there may be more.
    bool visitSome(const Handler &visit)
    {
        std::array<epoll_event, mostAtOnce> found;
        std::array<Ready, mostAtOnce> ready;
        const int count = epoll_wait(m_epoll, found.data(), int(found.size()), 0);
        for (int i = 0; i < count; ++i) {
            constexpr uint32_t ended = EPOLLERR | EPOLLHUP; // both directions find out
            const uint32_t happened = found[std::size_t(i)].events;
            Events events;
            events.setFlag(Readable, (happened & (EPOLLIN | ended)) != 0);
            events.setFlag(Writable, (happened & (EPOLLOUT | ended)) != 0);
            ready[std::size_t(i)] = Ready{found[std::size_t(i)].data.fd, events};
        }
        const bool isFull = std::size_t(std::max(count, 0)) == found.size();
        if (count > 0)
            visit(std::span(ready.data(), std::size_t(count)));
        return isFull;
    }

    Handler m_handler;
    int m_epoll;
    QSocketNotifier m_notifier;
    std::unordered_set<int> m_watched;
};

SocketWatch::SocketWatch(Handler handler) : d(std::make_unique<Private>(std::move(handler))) {}

SocketWatch::~SocketWatch() = default;

void SocketWatch::watch(qintptr socket, Events events)
{
    d->watch(socket, events);
}

void SocketWatch::visitReady(const Handler &visit)
{
    d->visitReady(visit);
}

} // namespace rollcall
