// SPDX-License-Identifier: MIT
#include "core/net/arrivaltime.h"

#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <ctime>
#include <optional>

namespace rollcall {

namespace {

using std::chrono::nanoseconds;

/// The kernel's stamp, since 1970.
std::optional<nanoseconds> stampIn(msghdr &message)
{
    for (const cmsghdr *field = CMSG_FIRSTHDR(&message); field;
         field = CMSG_NXTHDR(&message, const_cast<cmsghdr *>(field))) {
        if (field->cmsg_level != SOL_SOCKET || field->cmsg_type != SCM_TIMESTAMPNS)
            continue;
        timespec stamp = {};
        std::memcpy(&stamp, CMSG_DATA(field), sizeof(stamp));
        return std::chrono::seconds(stamp.tv_sec) + nanoseconds(stamp.tv_nsec);
    }
    return std::nullopt;
}

} // namespace

void keepArrivalTimes(qintptr socket)
{
    const int on = 1;
    setsockopt(int(socket), SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof(on));
}

async::Clock::time_point arrivalTime(qintptr socket)
{
    // Without data, recvmsg() would take away the error that waits in the socket, a reset for example.
    int waiting = 0;
    if (ioctl(int(socket), FIONREAD, &waiting) != 0 || waiting == 0)
        return async::Clock::now();
    char byte = 0;
    iovec room = {&byte, sizeof(byte)};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(timespec))> fields = {};
    msghdr message = {};
    message.msg_iov = &room;
    message.msg_iovlen = 1;
    message.msg_control = fields.data();
    message.msg_controllen = fields.size();
    const ssize_t found = recvmsg(int(socket), &message, MSG_PEEK | MSG_DONTWAIT);
    const auto now = async::Clock::now();
    const std::optional<nanoseconds> stamp = found > 0 ? stampIn(message) : std::nullopt;
    if (!stamp)
        return now;
    // The stamp is of the clock that people set; what passed since then is the same on any.
    const nanoseconds age = std::chrono::system_clock::now().time_since_epoch() - *stamp;
    return now - std::max(age, nanoseconds(0));
}

} // namespace rollcall
