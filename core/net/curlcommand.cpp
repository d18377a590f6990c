// SPDX-License-Identifier: MIT
#include "core/net/curlcommand.h"

#include "core/url/redact.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

const QByteArray mask = "***";

QByteArray secondsOf(std::chrono::milliseconds time)
{
    return QByteArray::number(double(time.count()) / 1000, 'g', 12);
}

bool isSecret(QByteArrayView headerName)
{
    constexpr std::array words = {"auth", "cookie", "token", "key", "secret", "password", "signature"};
    const QByteArray name = headerName.toByteArray().toLower();
    return std::any_of(words.begin(), words.end(), [&name](const char *word) { return name.contains(word); });
}

bool canBeArgument(const QByteArray &bytes)
{
    return !bytes.contains('\0');
}

class Arguments
{
public:
    Arguments(const FetchRequest &request, const TransportOptions &transport, CurlSecrets secrets)
        : m_request(request),
          m_transport(transport),
          m_redacts(secrets == CurlSecrets::Redacted)
    {
    }

    QByteArrayList take()
    {
        m_list = {"curl"};
        addMethodAndBody();
        addHeaders();
        addLimits();
        addTls();
        addRoute();
        const QByteArray url = withoutFragment();
        if (std::any_of(url.begin(), url.end(), [](char c) { return QByteArrayView("[]{}").contains(c); }))
            m_list.append("--globoff"); // curl would read them as a pattern
        m_list.append(m_redacts ? redacted(url) : url);
        return std::move(m_list);
    }

private:
    void add(const char *option, const QByteArray &value) { m_list += {option, value}; }

    QByteArray withoutFragment() const
    {
        const qsizetype fragment = m_request.url.indexOf('#');
        return fragment < 0 ? m_request.url : m_request.url.left(fragment);
    }

    void addMethodAndBody()
    {
        const bool hasBody = !m_request.body.isEmpty();
        const QByteArray &method = m_request.method;
        if (method == "HEAD")
            m_list.append("--head");
        else if (method != "GET" && method != "POST")
            add("--request", method);
        if (method == "GET" || method == "HEAD")
            return;
        if (hasBody || method == "POST") {
            if (canBeArgument(m_request.body))
                add("--data-raw", m_request.body);
            else
                add("--data-binary", "@-");
        }
    }

    void addHeaders()
    {
        bool hasContentType = false;
        add("--user-agent", m_request.userAgent);
        for (const auto &[name, value] : m_request.headers) {
            hasContentType = hasContentType || name.compare("Content-Type", Qt::CaseInsensitive) == 0;
            add("--header", name + ": " + (m_redacts && isSecret(name) ? mask : value));
        }
        if (!m_request.body.isEmpty() && !hasContentType)
            add("--header", "Content-Type:"); // else curl makes up one
    }

    void addLimits()
    {
        m_list.append("--compressed");
        if (m_request.maxRedirects > 0) {
            m_list.append("--location");
            add("--max-redirs", QByteArray::number(m_request.maxRedirects));
        }
        add("--connect-timeout", secondsOf(m_request.connectTimeout));
        add("--max-time", secondsOf(m_request.timeout));
    }

    void addTls()
    {
        m_list.append(m_transport.allowHttp2 && m_transport.engine == EngineKind::Exact ? "--http2"
                                                                                        : "--http1.1");
        if (!m_transport.verifyTls)
            m_list.append("--insecure");
        if (!m_transport.caFile.isEmpty())
            add("--cacert", m_transport.caFile.toLocal8Bit());
        if (!m_transport.clientCertificateFile.isEmpty())
            add("--cert", m_transport.clientCertificateFile.toLocal8Bit());
        if (!m_transport.clientKeyFile.isEmpty())
            add("--key", m_transport.clientKeyFile.toLocal8Bit());
    }

    void addRoute()
    {
        if (m_transport.ipVersion != IpVersion::Any)
            m_list.append(m_transport.ipVersion == IpVersion::V4 ? "--ipv4" : "--ipv6");
        for (const auto &[host, address] : m_transport.hostOverrides)
            addOverride(host, address);
        switch (m_transport.proxy.kind) {
        case ProxySetting::Kind::Desktop:
            break; // curl reads the same variables of the environment
        case ProxySetting::Kind::None:
            add("--noproxy", "*");
            break;
        case ProxySetting::Kind::Server:
            addProxy();
            break;
        }
    }

    void addOverride(const QString &host, const QHostAddress &address)
    {
        const QByteArray to = address.protocol() == QAbstractSocket::IPv6Protocol
                                  ? '[' + address.toString().toLatin1() + ']'
                                  : address.toString().toLatin1();
        for (const char *port : {":80:", ":443:"})
            add("--resolve", host.toUtf8() + port + to);
    }

    void addProxy()
    {
        QUrl server = m_transport.proxy.server;
        if (server.scheme() == QLatin1String("socks5"))
            server.setScheme(QStringLiteral("socks5h")); // the proxy looks up the host, as it does here
        const QByteArray url = server.toEncoded();
        add("--proxy", m_redacts ? redacted(url) : url);
    }

    const FetchRequest &m_request;
    const TransportOptions &m_transport;
    bool m_redacts;
    QByteArrayList m_list;
};

/// printf writes any byte that stands in its format as three octal digits.
QByteArray asPrintfFormat(const QByteArray &bytes)
{
    QByteArray format;
    for (const char c : bytes) {
        const bool isPlain = c >= ' ' && c < 0x7f && !QByteArrayView("\\%'").contains(c);
        format += isPlain ? QByteArray(1, c) : '\\' + QByteArray::number(quint8(c), 8).rightJustified(3, '0');
    }
    return format;
}

} // namespace

QByteArrayList curlArguments(const FetchRequest &request, const TransportOptions &transport,
                             CurlSecrets secrets)
{
    const bool isHttp = request.url.startsWith("http://") || request.url.startsWith("https://");
    return isHttp ? Arguments(request, transport, secrets).take() : QByteArrayList();
}

QByteArray curlCommand(const FetchRequest &request, const TransportOptions &transport, CurlSecrets secrets)
{
    QByteArrayList words;
    for (const QByteArray &argument : curlArguments(request, transport, secrets))
        words.append(shellQuoted(argument));
    const bool isPiped = words.contains("@-") && !canBeArgument(request.body);
    return (isPiped ? "printf '" + asPrintfFormat(request.body) + "' | " : QByteArray()) + words.join(' ');
}

QByteArray shellQuoted(const QByteArray &argument)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("-_./:@%+=,").contains(c);
    };
    if (!argument.isEmpty() && std::all_of(argument.begin(), argument.end(), isPlain))
        return argument;
    QByteArray text = argument;
    return '\'' + text.replace('\'', "'\\''") + '\'';
}

} // namespace rollcall
