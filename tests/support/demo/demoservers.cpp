// SPDX-License-Identifier: MIT
#include "tests/support/demo/demoservers.h"

namespace rollcall::test {

namespace {

QByteArray urlOfPort(quint16 port)
{
    return "http://127.0.0.1:" + QByteArray::number(port) + '/';
}

} // namespace

bool DemoServers::start(quint16 port)
{
    if (!m_site.listen(port))
        return false;
    m_urls = addDemoPages(m_site);
    addUnreachable();
    addMailServer();
    addTlsServers();
    addOtherSchemes();
    return true;
}

QByteArray DemoServers::list() const
{
    QByteArray text = "# The demonstration of Rollcall: every kind of outcome, on this computer only.\n";
    for (const DemoUrl &each : m_urls)
        text += "\n# " + each.shows + '\n' + each.url + '\n';
    return text;
}

void DemoServers::addUnreachable()
{
    m_urls.append(DemoUrl{urlOfPort(refusedPort()), "a port where nobody listens"});
    m_urls.append(DemoUrl{urlOfPort(m_blackHole.port()), "a server that accepts no connection"});
    m_urls.append(DemoUrl{"http://does-not-exist.invalid/", "a host that does not exist"});
}

// The usual mistake: https to the port of something else.
void DemoServers::addMailServer()
{
    auto server = std::make_unique<FaultServer>();
    if (!server->listen())
        return;
    server->onConnect({Send("220 mail.example ESMTP ready\r\n"), WaitForever()});
    m_urls.append(DemoUrl{server->url("/").replace("http:", "https:"), "https to a port that speaks no TLS"});
    m_servers.push_back(std::move(server));
}

void DemoServers::addTlsServers()
{
    const QStringList here{QStringLiteral("localhost"), QStringLiteral("127.0.0.1")};
    addTlsServer(CertificateRequest(here, CertificateFlaw::SelfSigned),
                 "a certificate that its server signed itself");
    addTlsServer(CertificateRequest(here, CertificateFlaw::Expired), "a certificate that has expired");
    addTlsServer(CertificateRequest(here, CertificateFlaw::NotYetValid),
                 "a certificate that is not valid yet");
    addTlsServer(CertificateRequest({QStringLiteral("www.example.org")}), "a certificate for another host");
    addTlsServer(CertificateRequest(here), "a certificate by an authority that nobody knows");
    addWeakTlsServer();
}

void DemoServers::addTlsServer(const CertificateRequest &request, const char *shows)
{
    const ServerCertificate certificate = m_authority.issue(request);
    auto server = std::make_unique<FaultServer>();
    if (certificate.certificateFile.isEmpty() || !server->listen())
        return;
    server->useTls(certificate.configuration());
    server->on("/", {Send(httpResponse(200, {}, "secret\n"))});
    m_urls.append(DemoUrl{server->url("/"), shows});
    m_servers.push_back(std::move(server));
}

void DemoServers::addWeakTlsServer()
{
    const CertificateRequest request({QStringLiteral("127.0.0.1")}, CertificateFlaw::WeakKey);
    const ServerCertificate certificate = m_authority.issue(request);
    if (certificate.certificateFile.isEmpty())
        return;
    m_weakServer = std::make_unique<OpensslServer>(certificate);
    m_urls.append(DemoUrl{"https://127.0.0.1:" + QByteArray::number(m_weakServer->port()) + '/',
                          "a certificate with a weak key"});
}

void DemoServers::addOtherSchemes()
{
    m_urls.append(DemoUrl{"ftp://127.0.0.1/file", "ftp, which is not called"});
    m_urls.append(DemoUrl{"file:///etc/hostname", "a local file, which is never opened"});
    m_urls.append(DemoUrl{"mailto:someone@example.org", "a mail address"});
}

} // namespace rollcall::test
