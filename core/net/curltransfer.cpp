// SPDX-License-Identifier: MIT
#include "core/net/curltransfer.h"

#include "core/net/arrivaltime.h"
#include "core/net/curlerrors.h"
#include "core/url/urlparts.h"

#include <QIODevice>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>

#include <cerrno>
#endif

namespace rollcall {

namespace {

/// As long as Qt keeps the idle connections of its own manager.
constexpr long idleConnectionSeconds = 120;

std::chrono::microseconds microsecondsOf(CURL *easy, CURLINFO info)
{
    curl_off_t value = 0;
    curl_easy_getinfo(easy, info, &value);
    return std::chrono::microseconds(value);
}

CurlTransfer *transferOf(void *self)
{
    return static_cast<CurlTransfer *>(self);
}

} // namespace

CurlTransfer::CurlTransfer(std::shared_ptr<CurlMulti> multi, Listener &listener)
    : m_multi(std::move(multi)),
      m_listener(listener)
{
}

CurlTransfer::~CurlTransfer()
{
    stop();
    if (m_isTouched)
        m_multi->forget(this);
}

void CurlTransfer::start(const CurlRequest &request)
{
    m_handle = m_multi->takeHandle();
    if (!m_handle->isValid()) {
        m_handle.reset();
        fail(ErrorKind::OutOfResources, QStringLiteral("libcurl has no memory"));
    } else {
        setUp(request);
        m_multi->add(m_handle->easy());
        return;
    }
    m_isDone = true;
    touch();
}

void CurlTransfer::stop()
{
    if (!m_handle)
        return;
    m_multi->remove(m_handle->easy());
    releaseHandle();
    m_isDone = true;
}

void CurlTransfer::releaseHandle()
{
    m_multi->giveBack(std::move(m_handle));
    m_body = nullptr;
}

void CurlTransfer::setUp(const CurlRequest &request)
{
    CurlHandle &handle = *m_handle;
    handle.set(CURLOPT_PRIVATE, static_cast<CurlClient *>(this));
    handle.set(CURLOPT_ERRORBUFFER, m_errorText.data());
    handle.set(CURLOPT_URL, request.url.constData());
    handle.set(CURLOPT_HTTP_VERSION,
               long(request.allowHttp2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
    handle.set(CURLOPT_HEADERFUNCTION, headerCallback);
    handle.set(CURLOPT_HEADERDATA, this);
    handle.set(CURLOPT_WRITEFUNCTION, writeCallback);
    handle.set(CURLOPT_WRITEDATA, this);
#ifdef Q_OS_UNIX
    handle.set(CURLOPT_OPENSOCKETFUNCTION, openSocketCallback);
    handle.set(CURLOPT_OPENSOCKETDATA, this);
#endif
    handle.set(CURLOPT_PREREQFUNCTION, connectedCallback);
    handle.set(CURLOPT_PREREQDATA, this);
    for (const QByteArray &line : request.headerLines)
        handle.addHeader(line);
    setUpBody(request);
    const UrlParts url(request.url);
    setUpTls(request, url);
    setUpRoute(request, url);
    handle.commit();
}

void CurlTransfer::setUpBody(const CurlRequest &request)
{
    CurlHandle &handle = *m_handle;
    if (!request.hasAnswerBody)
        handle.set(CURLOPT_NOBODY, 1L);
    if (request.body) {
        m_body = request.body;
        m_bodyStart = request.body->pos();
        handle.set(CURLOPT_UPLOAD, 1L);
        handle.set(CURLOPT_INFILESIZE_LARGE, curl_off_t(request.bodyBytes));
        handle.set(CURLOPT_READFUNCTION, readCallback);
        handle.set(CURLOPT_READDATA, this);
        handle.set(CURLOPT_SEEKFUNCTION, seekCallback);
        handle.set(CURLOPT_SEEKDATA, this);
    }
    if (request.body || (request.verb != "GET" && request.verb != "HEAD"))
        handle.set(CURLOPT_CUSTOMREQUEST, request.verb.constData());
}

void CurlTransfer::setUpTls(const CurlRequest &request, const UrlParts &url)
{
    CurlHandle &handle = *m_handle;
    if (!url.isHttps())
        return;
    m_tlsHost = url.hostName().toByteArray();
    m_verifyTls = request.verifyTls;
    handle.set(CURLOPT_SSL_VERIFYPEER, long(request.verifyTls));
    handle.set(CURLOPT_SSL_VERIFYHOST, request.verifyTls ? 2L : 0L);
    handle.set(CURLOPT_SSL_CTX_FUNCTION, tlsContextCallback);
    handle.set(CURLOPT_SSL_CTX_DATA, this);
    if (!request.clientCertificateFile.isEmpty())
        handle.set(CURLOPT_SSLCERT, request.clientCertificateFile.constData());
    if (!request.clientKeyFile.isEmpty())
        handle.set(CURLOPT_SSLKEY, request.clientKeyFile.constData());
    if (request.caFile.isEmpty())
        return;
    // libcurl keeps the authorities in memory from one connection to the next only if they are a file, and
    // nothing else. Reading them anew costs 20 ms.
    handle.set(CURLOPT_CAINFO, request.caFile.constData());
    handle.set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
}

void CurlTransfer::setUpRoute(const CurlRequest &request, const UrlParts &url)
{
    CurlHandle &handle = *m_handle;
    handle.set(CURLOPT_CONNECTTIMEOUT_MS, long(request.connectTimeout.count()));
    handle.set(CURLOPT_FORBID_REUSE, long(!request.keepConnection));
    handle.set(CURLOPT_FRESH_CONNECT, long(!request.isRepeatable));
    handle.set(CURLOPT_MAXAGE_CONN, idleConnectionSeconds);
    setUpProxy(request);
    if (request.ipVersion != IpVersion::Any)
        handle.set(CURLOPT_IPRESOLVE,
                   long(request.ipVersion == IpVersion::V4 ? CURL_IPRESOLVE_V4 : CURL_IPRESOLVE_V6));
    const bool isAddress = url.hostIsAddress();
    m_looksUpHost = !isAddress && request.addresses.isEmpty() && !m_isProxied;
    if (!isAddress && !request.addresses.isEmpty())
        handle.pinHost(url.hostName().toByteArray(), url.effectivePort(), request.addresses);
}

/// The proxy looks up the host, also one that speaks SOCKS.
void CurlTransfer::setUpProxy(const CurlRequest &request)
{
    CurlHandle &handle = *m_handle;
    m_isProxied = request.proxy.isValid();
    if (!m_isProxied) {
        handle.set(CURLOPT_PROXY, ""); // else libcurl reads the environment
        return;
    }
    QUrl server = request.proxy.adjusted(QUrl::RemoveUserInfo);
    if (server.scheme() == QLatin1String("socks5"))
        server.setScheme(QStringLiteral("socks5h"));
    handle.set(CURLOPT_PROXY, server.toEncoded().constData());
    handle.set(CURLOPT_NOPROXY, ""); // whom it is for is decided already
    if (!request.proxy.userInfo().isEmpty()) {
        handle.set(CURLOPT_PROXYUSERNAME, request.proxy.userName(QUrl::FullyDecoded).toUtf8().constData());
        handle.set(CURLOPT_PROXYPASSWORD, request.proxy.password(QUrl::FullyDecoded).toUtf8().constData());
    }
    if (server.scheme() == QLatin1String("https")) {
        m_proxyTlsIsNext = true;
        handle.set(CURLOPT_PROXY_SSL_VERIFYPEER, long(request.verifyTls));
        handle.set(CURLOPT_PROXY_SSL_VERIFYHOST, request.verifyTls ? 2L : 0L);
        if (!request.caFile.isEmpty()) {
            handle.set(CURLOPT_PROXY_CAINFO, request.caFile.constData());
            handle.set(CURLOPT_PROXY_CAPATH, static_cast<const char *>(nullptr));
        }
    }
}

void CurlTransfer::setBufferLimit(qint64 bytes)
{
    m_bufferLimit = bytes;
    resumeIfPaused();
}

qint64 CurlTransfer::read(char *data, qint64 maximumBytes)
{
    const qint64 count = std::min(maximumBytes, bufferedBytes());
    std::copy_n(m_received.constData() + m_readBytes, count, data);
    m_readBytes += count;
    if (m_readBytes == m_received.size()) {
        m_received.resize(0); // keeps its memory for the next bytes
        m_readBytes = 0;
    }
    resumeIfPaused();
    return count;
}

void CurlTransfer::resumeIfPaused()
{
    const bool hasRoom = m_bufferLimit == 0 || bufferedBytes() <= m_bufferLimit / 2;
    if (!m_handle || !hasRoom || !std::exchange(m_isPaused, false))
        return;
    m_multi->resume(m_handle->easy());
}

void CurlTransfer::sendMore()
{
    if (m_handle)
        m_multi->resume(m_handle->easy());
}

ReplyFacts CurlTransfer::facts() const
{
    ReplyFacts facts = m_facts;
    if (m_tlsPeer) {
        facts.certificates = m_tlsPeer->certificates();
    }
    return facts;
}

size_t CurlTransfer::headerCallback(char *data, size_t, size_t bytes, void *self)
{
    CurlTransfer &transfer = *transferOf(self);
    transfer.m_facts.lastByte = transfer.arrival();
    const bool wasComplete = transfer.m_head.isComplete();
    const bool wasReading = transfer.m_head.isReading();
    const ErrorKind error = transfer.m_head.takeLine(QByteArrayView(data, qsizetype(bytes)));
    if (error != ErrorKind::None) {
        transfer.fail(error, transfer.m_head.problem());
        return CURL_WRITEFUNC_ERROR;
    }
    if (!wasReading && transfer.m_head.isReading())
        transfer.m_facts.firstByte = transfer.m_facts.lastByte;
    if (!wasComplete && transfer.m_head.isComplete()) {
        transfer.m_facts.httpVersion = transfer.m_head.httpVersion();
        transfer.takeTimes();
        transfer.touch();
    }
    return bytes;
}

size_t CurlTransfer::writeCallback(char *data, size_t, size_t bytes, void *self)
{
    CurlTransfer &transfer = *transferOf(self);
    if (transfer.m_bufferLimit > 0 && transfer.bufferedBytes() >= transfer.m_bufferLimit) {
        transfer.m_isPaused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    if (transfer.m_readBytes > transfer.m_received.size() / 2) {
        transfer.m_received.remove(0, transfer.m_readBytes);
        transfer.m_readBytes = 0;
    }
    transfer.m_received.append(data, qsizetype(bytes));
    transfer.m_facts.lastByte = transfer.arrival();
    transfer.touch();
    return bytes;
}

size_t CurlTransfer::readCallback(char *data, size_t size, size_t count, void *self)
{
    CurlTransfer &transfer = *transferOf(self);
    const qint64 got = transfer.m_body->read(data, qint64(size) * qint64(count));
    if (got < 0)
        return transfer.m_body->atEnd() ? 0 : CURL_READFUNC_ABORT;
    if (got == 0)
        return transfer.m_body->atEnd() ? 0 : CURL_READFUNC_PAUSE;
    transfer.m_sentBytes += got;
    transfer.touch();
    return size_t(got);
}

int CurlTransfer::seekCallback(void *self, curl_off_t offset, int origin)
{
    CurlTransfer &transfer = *transferOf(self);
    const bool isDone = origin == SEEK_SET && transfer.m_body->seek(transfer.m_bodyStart + offset);
    if (isDone)
        transfer.m_sentBytes = offset;
    return isDone ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

#ifdef Q_OS_UNIX
// libcurl opens sockets in the same way, but keeps to itself why it could not.
curl_socket_t CurlTransfer::openSocketCallback(void *self, curlsocktype, curl_sockaddr *address)
{
    const int opened = socket(address->family, address->socktype, address->protocol);
    CurlTransfer &transfer = *transferOf(self);
    transfer.noteBegin();
    if (opened < 0)
        transfer.m_openSocketError = errno;
    else
        keepArrivalTimes(opened);
    return opened;
}
#endif

int CurlTransfer::connectedCallback(void *self, char *remoteIp, char *, int, int)
{
    CurlTransfer &transfer = *transferOf(self);
    transfer.m_isConnected = true;
    transfer.noteBegin();
    transfer.m_requestSent = async::Clock::now();
    transfer.m_facts.remoteIp = remoteIp;
    curl_tlssessioninfo *session = nullptr;
    curl_easy_getinfo(transfer.m_handle->easy(), CURLINFO_TLS_SSL_PTR, &session);
    if (session && session->internals && session->backend == CURLSSLBACKEND_OPENSSL) {
        const auto *const connection = static_cast<const SSL *>(session->internals);
        transfer.m_tlsPeer = TlsPeer::of(connection); // of a kept connection: the one that judged it
        transfer.m_facts.tlsVersion = TlsPeer::versionOf(connection);
    }
    transfer.touch();
    return CURL_PREREQFUNC_OK;
}

CURLcode CurlTransfer::tlsContextCallback(CURL *, void *context, void *self)
{
    CurlTransfer &transfer = *transferOf(self);
    if (std::exchange(transfer.m_proxyTlsIsNext, false))
        return CURLE_OK; // libcurl judges the proxy
    transfer.m_tlsPeer = std::make_shared<TlsPeer>(transfer.m_tlsHost, transfer.m_verifyTls);
    const bool isAttached = TlsPeer::attach(static_cast<SSL_CTX *>(context), transfer.m_tlsPeer);
    return isAttached ? CURLE_OK : CURLE_OUT_OF_MEMORY;
}

void CurlTransfer::takeTimes()
{
    CURL *const easy = m_handle->easy();
    long newConnections = 0;
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &newConnections);
    m_facts.reusedConnection = m_isConnected && newConnections == 0;
    const auto lookedUp = microsecondsOf(easy, CURLINFO_NAMELOOKUP_TIME_T);
    const auto connected = microsecondsOf(easy, CURLINFO_CONNECT_TIME_T);
    const auto encrypted = microsecondsOf(easy, CURLINFO_APPCONNECT_TIME_T);
    if (newConnections == 0)
        return;
    if (m_looksUpHost && lookedUp.count() > 0)
        m_facts.dns = lookedUp;
    if (connected > lookedUp)
        m_facts.connect = connected - lookedUp;
    if (m_tlsPeer && encrypted > connected)
        m_facts.tls = encrypted - connected;
}

void CurlTransfer::noteBegin()
{
    if (!m_facts.began)
        m_facts.began = async::Clock::now();
}

async::Clock::time_point CurlTransfer::arrival() const
{
    return std::max(m_multi->arrival(), m_facts.lastByte.value_or(m_requestSent));
}

void CurlTransfer::transferEnded(CURLcode code)
{
    if (!m_head.isComplete())
        takeTimes();
    long osError = 0;
    curl_easy_getinfo(m_handle->easy(), CURLINFO_OS_ERRNO, &osError);
    if (m_facts.error == ErrorKind::None) {
        CurlEnd end(code);
        end.text = m_errorText.data();
        end.osError = osError != 0 ? int(osError) : m_openSocketError;
        end.wasConnected = m_isConnected;
        end.wasProxied = m_isProxied;
        end.isAtProxy = m_isProxied && !m_isConnected && !m_tlsPeer;
        end.headBegan = m_head.isReading() || m_head.isComplete();
        end.headIsComplete = m_head.isComplete();
        end.certificateProblem = m_tlsPeer ? m_tlsPeer->problem() : ErrorKind::None;
        const CurlFailure failure = failureOf(end);
        fail(failure.kind, failure.detail);
    }
    m_multi->remove(m_handle->easy());
    releaseHandle();
    m_isDone = true;
    touch();
}

void CurlTransfer::fail(ErrorKind kind, QString detail)
{
    m_facts.error = kind;
    m_facts.errorDetail = std::move(detail);
}

void CurlTransfer::touch()
{
    if (!std::exchange(m_isTouched, true))
        m_multi->touch(this);
}

void CurlTransfer::proceed()
{
    m_isTouched = false;
    m_listener.transferChanged();
}

} // namespace rollcall
