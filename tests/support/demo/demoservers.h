// SPDX-License-Identifier: MIT
// All the servers of the demonstration, and the list of URLs that shows what they do.
#pragma once

#include "tests/support/demo/demosite.h"
#include "tests/support/faultserver.h"
#include "tests/support/opensslserver.h"
#include "tests/support/rawsockets.h"
#include "tests/support/testauthority.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace rollcall::test {

/// Serves from the thread that made it, for as long as it exists.
class DemoServers
{
public:
    DemoServers() = default;

    /// Starts everything, the pages on \a port (0: chosen by the system). False when the port is taken.
    bool start(quint16 port);
    const QList<DemoUrl> &urls() const { return m_urls; }
    quint16 port() const { return m_site.port(); }
    /// Why the TLS servers are missing; empty when they are there.
    QString tlsProblem() const { return m_authority.errorString(); }
    /// The list as a file of plain lines with comments.
    QByteArray list() const;

private:
    void addUnreachable();
    void addMailServer();
    void addTlsServers();
    void addTlsServer(const CertificateRequest &request, const char *shows);
    void addWeakTlsServer();
    void addOtherSchemes();

    FaultServer m_site;
    BlackHole m_blackHole;
    TestAuthority m_authority;
    std::vector<std::unique_ptr<FaultServer>> m_servers;
    std::unique_ptr<OpensslServer> m_weakServer;
    QList<DemoUrl> m_urls;
};

} // namespace rollcall::test
