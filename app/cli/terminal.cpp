// SPDX-License-Identifier: MIT
#include "app/cli/terminal.h"

#include <QtGlobal>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace rollcall::cli {

namespace {

FILE *handleOf(Stream stream)
{
    switch (stream) {
    case Stream::Input:
        return stdin;
    case Stream::Output:
        return stdout;
    case Stream::Error:
        return stderr;
    }
    return nullptr;
}

} // namespace

#ifdef Q_OS_UNIX

void prepareProcess()
{
    std::signal(SIGPIPE, SIG_IGN);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // open() takes the lowest free number, which is the closed one.
        if (::fcntl(descriptor, F_GETFD) == -1 && ::open("/dev/null", O_RDWR) == -1)
            break;
    }
    qputenv("LC_ALL", "C.UTF-8");
}

bool isTerminal(Stream stream)
{
    return ::isatty(::fileno(handleOf(stream))) == 1;
}

int terminalColumns(Stream stream)
{
    winsize size{};
    if (::ioctl(::fileno(handleOf(stream)), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

bool outputReaderIsGone()
{
    pollfd output{};
    output.fd = STDOUT_FILENO;
    output.events = POLLOUT;
    return ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

#else

void prepareProcess() {}

bool isTerminal(Stream)
{
    return false;
}

int terminalColumns(Stream)
{
    return 80;
}

bool outputReaderIsGone()
{
    return false;
}

#endif

std::unique_ptr<QFile> openStream(Stream stream)
{
    auto file = std::make_unique<QFile>();
    const int descriptor = fileno(handleOf(stream));
    switch (stream) {
    case Stream::Input:
        file->open(descriptor, QIODevice::ReadOnly);
        break;
    case Stream::Output:
        file->open(descriptor, QIODevice::WriteOnly);
        break;
    case Stream::Error:
        file->open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered);
        break;
    }
    return file;
}

bool writeAll(QFile &file, const QByteArray &bytes)
{
    // A disk that fills up takes a part, and gives its reason with the next attempt only.
    for (qsizetype done = 0; done < bytes.size();) {
        const qint64 size = file.write(bytes.sliced(done));
        if (size <= 0)
            return false;
        done += size;
    }
    return file.flush() || file.flush();
}

} // namespace rollcall::cli
