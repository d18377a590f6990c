// SPDX-License-Identifier: MIT
#include "core/net/curlerrors.h"

#include <cerrno>
#include <cstring>

namespace rollcall {

namespace {

/// CURLE_TOO_LARGE, which libcurl has since 8.6; before that a line without end was out of memory.
constexpr int tooLarge = 100;

bool contains(const QByteArray &text, const char *words)
{
    return text.contains(words);
}

/// libcurl's words without the host that they often name at the end.
QString wordsOf(const CurlEnd &end)
{
    QByteArray words = end.text;
    const qsizetype host = words.indexOf(" in connection to ");
    if (host >= 0)
        words.truncate(host);
    return QString::fromUtf8(words.simplified());
}

CurlFailure connectFailure(const CurlEnd &end)
{
    if (end.wasProxied)
        return {ErrorKind::ProxyError, wordsOf(end)};
    switch (end.osError) {
    case ECONNREFUSED:
        return {ErrorKind::ConnectionRefused, {}};
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
    case EACCES: // a firewall of this computer's
    case EPERM:
        return {ErrorKind::NetworkUnreachable, QString::fromLocal8Bit(std::strerror(end.osError))};
    case ETIMEDOUT:
        return {ErrorKind::ConnectTimeout, {}};
    case ECONNRESET:
        return {ErrorKind::ConnectionReset, {}};
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
    case EADDRNOTAVAIL:
        return {ErrorKind::OutOfResources, QString::fromLocal8Bit(std::strerror(end.osError))};
    default:
        return {ErrorKind::NetworkUnreachable, wordsOf(end)};
    }
}

/// OpenSSL's reasons reach us in libcurl's words only.
CurlFailure handshakeFailure(const CurlEnd &end)
{
    if (contains(end.text, "key too small") || contains(end.text, "md too weak") ||
        contains(end.text, "key too weak"))
        return {ErrorKind::CertificateWeak, wordsOf(end)};
    if (contains(end.text, "Connection reset"))
        return {ErrorKind::ConnectionReset, QStringLiteral("within the TLS handshake")};
    if (contains(end.text, "unexpected eof") || contains(end.text, "SSL_ERROR_SYSCALL"))
        return {ErrorKind::ConnectionClosed, QStringLiteral("within the TLS handshake")};
    return {ErrorKind::TlsHandshake, wordsOf(end)};
}

CurlFailure transmissionFailure(const CurlEnd &end)
{
    if (end.wasProxied && !end.wasConnected)
        return {ErrorKind::ProxyError, wordsOf(end)};
    if (contains(end.text, "Too large response headers"))
        return {ErrorKind::HeadersTooLarge, {}};
    if (end.osError == ECONNRESET || end.osError == EPIPE || contains(end.text, "Connection reset"))
        return {ErrorKind::ConnectionReset, {}};
    if (end.osError == ETIMEDOUT)
        return {ErrorKind::Timeout, QString::fromLocal8Bit(std::strerror(end.osError))};
    if (contains(end.text, "unexpected eof"))
        return {end.headIsComplete ? ErrorKind::Truncated : ErrorKind::ConnectionClosed, {}};
    if (end.headIsComplete) // what is left are chunks that break RFC 9112, section 7.1
        return {ErrorKind::MalformedResponse, wordsOf(end)};
    return {ErrorKind::ConnectionClosed, wordsOf(end)};
}

bool isAboutTls(CURLcode code)
{
    return code == CURLE_SSL_CONNECT_ERROR || code == CURLE_PEER_FAILED_VERIFICATION;
}

CurlFailure closedWithoutAnswer(const CurlEnd &end)
{
    return {ErrorKind::ConnectionClosed, end.headBegan ? QStringLiteral("within the head") : QString()};
}

} // namespace

CurlFailure failureOf(const CurlEnd &end)
{
    if (end.isAtProxy && isAboutTls(end.code)) // with the proxy, not with the server
        return {ErrorKind::ProxyError, wordsOf(end)};
    switch (int(end.code)) {
    case CURLE_OK:
        return end.headIsComplete ? CurlFailure(ErrorKind::None, {}) : closedWithoutAnswer(end);
    case CURLE_GOT_NOTHING:
        return closedWithoutAnswer(end);
    case CURLE_UNSUPPORTED_PROTOCOL:
        if (!end.wasConnected)
            return {ErrorKind::UnsupportedScheme, {}};
        return {ErrorKind::MalformedResponse, wordsOf(end)};
    case CURLE_URL_MALFORMAT:
        return {ErrorKind::InvalidUrl, {}};
    case CURLE_COULDNT_RESOLVE_HOST:
        return {ErrorKind::DnsNotFound, {}};
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return {ErrorKind::ProxyError, wordsOf(end)};
    case CURLE_COULDNT_CONNECT:
        return connectFailure(end);
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return {ErrorKind::MalformedResponse, wordsOf(end)};
    case CURLE_PARTIAL_FILE:
        return end.headIsComplete ? CurlFailure(ErrorKind::Truncated, {}) : closedWithoutAnswer(end);
    case CURLE_OUT_OF_MEMORY:
        if (!end.wasConnected || end.headIsComplete)
            return {ErrorKind::OutOfResources, wordsOf(end)};
        [[fallthrough]];
    case tooLarge:
        return {ErrorKind::HeadersTooLarge, QStringLiteral("one line alone")};
    case CURLE_OPERATION_TIMEDOUT:
        return {end.wasConnected ? ErrorKind::Timeout : ErrorKind::ConnectTimeout, {}};
    case CURLE_SSL_CONNECT_ERROR:
        return handshakeFailure(end);
    case CURLE_PEER_FAILED_VERIFICATION:
        if (end.certificateProblem != ErrorKind::None)
            return {end.certificateProblem, {}};
        return {ErrorKind::CertificateHostnameMismatch, {}};
    case CURLE_SSL_CACERT_BADFILE:
        return {ErrorKind::CertificateUntrusted, QStringLiteral("the file of authorities cannot be read")};
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CLIENTCERT:
        return {ErrorKind::TlsHandshake, wordsOf(end)};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
        return transmissionFailure(end);
    case CURLE_BAD_CONTENT_ENCODING:
        return {ErrorKind::ContentDecoding, wordsOf(end)};
    default:
        return {ErrorKind::Internal, wordsOf(end)};
    }
}

} // namespace rollcall
