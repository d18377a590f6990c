// SPDX-License-Identifier: MIT
#include "tests/support/rawsockets.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rollcall::test {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int newSocket()
{
    return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

// Binds the socket to a port that the system chooses; 0 when that fails.
quint16 bindToAnyPort(int descriptor)
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (bind(descriptor, generic, size) != 0 || getsockname(descriptor, generic, &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

enum class Connect { Established, Hanging };

Connect tryConnect(int descriptor, quint16 port, int waitMilliseconds)
{
    const sockaddr_in address = loopback(port);
    if (connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return Connect::Established;
    pollfd writable{descriptor, POLLOUT, 0};
    return poll(&writable, 1, waitMilliseconds) > 0 ? Connect::Established : Connect::Hanging;
}

} // namespace

void resetOnClose(qintptr descriptor)
{
    const linger option{1, 0};
    setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &option, sizeof option);
}

quint16 refusedPort()
{
    static const quint16 port = bindToAnyPort(newSocket());
    return port;
}

BlackHole::BlackHole() : m_listener(newSocket()), m_port(bindToAnyPort(m_listener))
{
    constexpr int mostFillers = 8;
    constexpr int hangsAfterMilliseconds = 100;
    if (m_port == 0 || listen(m_listener, 0) != 0)
        return;
    while (!m_ready && m_fillers.size() < mostFillers) {
        m_fillers.push_back(newSocket());
        m_ready = tryConnect(m_fillers.back(), m_port, hangsAfterMilliseconds) == Connect::Hanging;
    }
}

BlackHole::~BlackHole()
{
    for (const int filler : m_fillers)
        close(filler);
    close(m_listener);
}

} // namespace rollcall::test
