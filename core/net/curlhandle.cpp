// SPDX-License-Identifier: MIT
#include "core/net/curlhandle.h"

namespace rollcall {

CurlHandle::CurlHandle() : m_names(curl_share_init()), m_easy(curl_easy_init())
{
    if (!isValid())
        return;
    curl_share_setopt(m_names.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);
    set(CURLOPT_SHARE, m_names.get()); // survives reset()
}

CurlHandle::~CurlHandle() = default;

void CurlHandle::reset()
{
    curl_easy_reset(m_easy.get());
    m_headers.reset();
    m_hosts.reset();
    set(CURLOPT_DNS_CACHE_TIMEOUT, 0L); // but for what pinHost() adds
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_SSL_SESSIONID_CACHE, 0L); // a resumed session would not show the certificate
    if (!m_pinnedHost.isEmpty())
        append(m_hosts, '-' + std::exchange(m_pinnedHost, {}));
}

void CurlHandle::addHeader(const QByteArray &line)
{
    append(m_headers, line);
}

void CurlHandle::pinHost(const QByteArray &host, int port, const QList<QHostAddress> &addresses)
{
    m_pinnedHost = host + ':' + QByteArray::number(port);
    QByteArray entry = m_pinnedHost;
    char separator = ':';
    for (const QHostAddress &address : addresses) {
        const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        const QByteArray text = address.toString().toLatin1();
        entry += separator + (isIpv6 ? '[' + text + ']' : text);
        separator = ',';
    }
    append(m_hosts, entry);
}

void CurlHandle::commit()
{
    set(CURLOPT_HTTPHEADER, m_headers.get());
    set(CURLOPT_RESOLVE, m_hosts.get());
}

void CurlHandle::append(StringList &list, const QByteArray &text)
{
    curl_slist *const longer = curl_slist_append(list.get(), text.constData());
    if (!longer)
        return; // out of memory, and the list is as it was
    (void)list.release();
    list.reset(longer);
}

} // namespace rollcall
