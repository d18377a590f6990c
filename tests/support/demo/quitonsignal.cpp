// SPDX-License-Identifier: MIT
#include "tests/support/demo/quitonsignal.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace rollcall::test {

namespace {

int wakePipe[2] = {-1, -1};

// Hardly anything is allowed inside a signal handler; writing to a pipe is.
void wake(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], &byte, 1);
}

} // namespace

void quitOnSignal()
{
    if (::pipe2(wakePipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    std::signal(SIGINT, wake);
    std::signal(SIGTERM, wake);
}

} // namespace rollcall::test
