// SPDX-License-Identifier: MIT
// Answers every request with two bytes, 100 ms after it came:
//
//     bench_delayserver PORT [LOG]
//
// With LOG it writes there, for each request, its path and the milliseconds from its arrival, as the kernel
// saw it, to its answer. On bare epoll and Linux alone, so that a burst of requests costs the server as
// little as can be: what it takes itself would count against the programs under measurement.
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace {

constexpr double delaySeconds = 0.1;
constexpr std::string_view answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

double secondsOf(const timespec &time)
{
    constexpr double nanosecondsPerSecond = 1e9;
    return double(time.tv_sec) + double(time.tv_nsec) / nanosecondsPerSecond;
}

double now(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return secondsOf(time);
}

struct Request {
    double due; // of the monotonic clock
    int connection;
    double arrived; // seconds since 1970
    std::string path;
};

class DelayServer
{
public:
    DelayServer(int port, std::FILE *log) : m_log(log)
    {
        const int on = 1;
        sockaddr_in every{};
        every.sin_family = AF_INET;
        every.sin_port = htons(static_cast<std::uint16_t>(port));
        every.sin_addr.s_addr = htonl(INADDR_ANY); // the URLs name a thousand addresses of loopback's
        setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        setsockopt(m_listener, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on); // its connections take it over
        if (bind(m_listener, reinterpret_cast<const sockaddr *>(&every), sizeof every) != 0 ||
            listen(m_listener, SOMAXCONN) != 0) {
            std::perror("cannot listen");
            std::exit(1);
        }
        watch(m_listener);
    }

    [[noreturn]] void serve()
    {
        std::array<epoll_event, 256> events{};
        while (true) {
            const std::optional<timespec> untilDue = pause();
            const int count = epoll_pwait2(m_poll, events.data(), int(events.size()),
                                           untilDue ? &*untilDue : nullptr, nullptr);
            for (int i = 0; i < count; ++i) {
                const int descriptor = events.at(std::size_t(i)).data.fd;
                if (descriptor == m_listener)
                    acceptAll();
                else
                    read(descriptor);
            }
            answerDue();
        }
    }

private:
    void watch(int descriptor) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        epoll_ctl(m_poll, EPOLL_CTL_ADD, descriptor, &event);
    }

    // How long until an answer is due; nothing: none is.
    std::optional<timespec> pause() const
    {
        constexpr double nanosecondsPerSecond = 1e9;
        if (m_due.empty())
            return std::nullopt;
        const double seconds = std::max(0.0, m_due.front().due - now(CLOCK_MONOTONIC));
        return timespec{time_t(seconds), long((seconds - double(time_t(seconds))) * nanosecondsPerSecond)};
    }

    void acceptAll()
    {
        sockaddr_in peer{};
        socklen_t length = sizeof peer;
        int connection = 0;
        while ((connection =
                    accept4(m_listener, reinterpret_cast<sockaddr *>(&peer), &length, SOCK_NONBLOCK)) >= 0) {
            constexpr std::uint32_t loopback = 127;
            if (ntohl(peer.sin_addr.s_addr) >> 24U == loopback)
                watch(connection);
            else
                close(connection);
        }
    }

    void read(int connection)
    {
        std::array<char, 65'536> request; // NOLINT(cppcoreguidelines-pro-type-member-init): it is read into
        std::array<char, CMSG_SPACE(sizeof(timespec))> notes{};
        iovec part{request.data(), request.size()};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = notes.data();
        message.msg_controllen = notes.size();
        const ssize_t length = recvmsg(connection, &message, 0);
        if (length < 0 && errno == EAGAIN)
            return;
        if (length <= 0) {
            close(connection);
            return;
        }
        const std::string_view text(request.data(), std::size_t(length));
        const std::size_t path = text.find(' ') + 1;
        m_due.push_back({now(CLOCK_MONOTONIC) + delaySeconds, connection, arrivalIn(message),
                         std::string(text.substr(path, text.find(' ', path) - path))});
    }

    static double arrivalIn(msghdr &message)
    {
        for (cmsghdr *note = CMSG_FIRSTHDR(&message); note != nullptr; note = CMSG_NXTHDR(&message, note)) {
            if (note->cmsg_level == SOL_SOCKET && note->cmsg_type == SCM_TIMESTAMPNS) {
                timespec time{};
                std::memcpy(&time, CMSG_DATA(note), sizeof time);
                return secondsOf(time);
            }
        }
        return now(CLOCK_REALTIME);
    }

    void answerDue()
    {
        while (!m_due.empty() && m_due.front().due <= now(CLOCK_MONOTONIC)) {
            const Request &request = m_due.front();
            if (m_log != nullptr)
                std::fprintf(m_log, "%s %.3f\n", request.path.c_str(),
                             (now(CLOCK_REALTIME) - request.arrived) * 1000);
            // Whoever did not wait for the answer has its connection's end read next.
            static_cast<void>(send(request.connection, answer.data(), answer.size(), MSG_NOSIGNAL));
            m_due.pop_front();
        }
    }

    int m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int m_poll = epoll_create1(EPOLL_CLOEXEC);
    std::deque<Request> m_due; // the earliest first: the delay is the same for all
    std::FILE *m_log;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_delayserver PORT [LOG]\n");
        return 2;
    }
    std::FILE *log = argc > 2 ? std::fopen(argv[2], "w") : nullptr;
    if (log != nullptr)
        std::setvbuf(log, nullptr, _IOLBF, BUFSIZ);
    DelayServer(std::atoi(argv[1]), log).serve();
}
