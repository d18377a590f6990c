// SPDX-License-Identifier: MIT
#include "tests/support/threadedfaultserver.h"

namespace rollcall::test {

ThreadedFaultServer::ThreadedFaultServer() : m_server(new FaultServer)
{
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("fault server"));
    m_thread.start();
}

ThreadedFaultServer::~ThreadedFaultServer()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace rollcall::test
