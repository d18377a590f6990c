// SPDX-License-Identifier: MIT
#include "app/cli/interrupt.h"

#include <QtGlobal>

#include <csignal>

#ifdef Q_OS_UNIX

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace rollcall::cli {

namespace {

constexpr std::array handledSignals = {SIGINT, SIGTERM, SIGHUP};

// A signal handler reaches only what is static.
volatile std::sig_atomic_t wakeDescriptor = -1;

void restoreDefaults()
{
    for (const int number : handledSignals) {
        struct sigaction current {
        };
        if (::sigaction(number, nullptr, &current) == 0 && current.sa_handler != SIG_IGN)
            std::signal(number, SIG_DFL);
    }
}

/// Runs in signal context: nothing but async-signal-safe calls.
void onSignal(int)
{
    const int savedError = errno;
    restoreDefaults();
    const char wake = 1;
    [[maybe_unused]] const auto written = ::write(wakeDescriptor, &wake, 1);
    errno = savedError;
}

} // namespace

class Interrupt::Private
{
public:
    explicit Private(std::function<void()> handler)
    {
        if (::pipe(m_pipe.data()) == -1)
            return; // out of descriptors: a signal then simply ends the process
        for (const int descriptor : m_pipe) {
            ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
            ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
        }
        m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                         [this, handler = std::move(handler)] {
                             m_notifier->setEnabled(false);
                             handler();
                         });
        wakeDescriptor = m_pipe[1];
        install();
    }

    ~Private()
    {
        restoreDefaults();
        m_notifier.reset();
        for (const int descriptor : m_pipe) {
            if (descriptor != -1)
                ::close(descriptor);
        }
    }

    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

private:
    static void install()
    {
        for (const int number : handledSignals) {
            struct sigaction current {
            };
            if (::sigaction(number, nullptr, &current) == 0 && current.sa_handler == SIG_IGN)
                continue;
            struct sigaction action {
            };
            action.sa_handler = onSignal;
            action.sa_flags = SA_RESTART;
            ::sigaction(number, &action, nullptr);
        }
    }

    std::array<int, 2> m_pipe{-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace rollcall::cli

#else

#include <QTimer>

namespace rollcall::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void onSignal(int number)
{
    interrupted = 1;
    std::signal(number, SIG_DFL);
}

} // namespace

class Interrupt::Private
{
public:
    explicit Private(std::function<void()> handler)
    {
        std::signal(SIGINT, onSignal);
        std::signal(SIGTERM, onSignal);
        QObject::connect(&m_poll, &QTimer::timeout, &m_poll, [this, handler = std::move(handler)] {
            if (!interrupted)
                return;
            m_poll.stop();
            handler();
        });
        m_poll.start(std::chrono::milliseconds(100));
    }

private:
    QTimer m_poll;
};

} // namespace rollcall::cli

#endif

namespace rollcall::cli {

Interrupt::Interrupt(std::function<void()> handler) : d(std::make_unique<Private>(std::move(handler))) {}

Interrupt::~Interrupt() = default;

} // namespace rollcall::cli
