// SPDX-License-Identifier: MIT
// A TLS server in a process of its own, for the weak certificates that this process is not allowed to serve.
#pragma once

#include "tests/support/testauthority.h"

#include <QProcess>

namespace rollcall::test {

/// Runs `openssl s_server` on 127.0.0.1 at the lowest security level; it answers every request with a page of
/// status 200. Ends with the object, and on Linux at the latest with the thread that made it.
class OpensslServer
{
public:
    /// Blocks until the server listens, some tens of milliseconds.
    explicit OpensslServer(const ServerCertificate &certificate);
    ~OpensslServer();
    OpensslServer(const OpensslServer &) = delete;
    OpensslServer &operator=(const OpensslServer &) = delete;

    /// 0 when the server could not be started.
    quint16 port() const { return m_port; }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace rollcall::test
