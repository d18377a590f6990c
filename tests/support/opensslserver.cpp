// SPDX-License-Identifier: MIT
#include "tests/support/opensslserver.h"

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace rollcall::test {

namespace {

constexpr int startTimeoutMilliseconds = 30'000;

} // namespace

OpensslServer::OpensslServer(const ServerCertificate &certificate)
{
#ifdef Q_OS_LINUX
    // Not even a crash of this process leaves the server behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    const QString options = QStringLiteral("s_server -www -accept 127.0.0.1:0 -cipher DEFAULT@SECLEVEL=0");
    m_process.start(QStringLiteral("openssl"), options.split(u' ')
                                                   << QStringLiteral("-cert") << certificate.certificateFile
                                                   << QStringLiteral("-key") << certificate.keyFile);
    // It says "ACCEPT 127.0.0.1:<port>" once it listens.
    while (m_port == 0 && m_process.waitForReadyRead(startTimeoutMilliseconds)) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith("ACCEPT "))
                m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
        }
    }
}

OpensslServer::~OpensslServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace rollcall::test
