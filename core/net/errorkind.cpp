// SPDX-License-Identifier: MIT
#include "core/net/errorkind.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr const char *marked(const char *text)
{
    return text;
}
// lupdate collects these for the window; the core itself only ever hands out the English text.
#define ROLLCALL_TEXT(text) marked(QT_TRANSLATE_NOOP("ErrorKind", text))

constexpr std::array table = {
    ErrorKindInfo{ErrorKind::None, "", "", ""},
    ErrorKindInfo{ErrorKind::InvalidUrl, "invalid-url", ROLLCALL_TEXT("Invalid URL"),
                  ROLLCALL_TEXT("This is not a URL that can be called; correct its spelling.")},
    ErrorKindInfo{ErrorKind::UnsupportedScheme, "unsupported-scheme", ROLLCALL_TEXT("Not http or https"),
                  ROLLCALL_TEXT("Only http and https URLs are called; this one was left alone.")},
    ErrorKindInfo{
        ErrorKind::DnsNotFound, "dns-not-found", ROLLCALL_TEXT("Unknown host"),
        ROLLCALL_TEXT("The host name does not exist; check its spelling and whether the domain is still "
                      "registered.")},
    ErrorKindInfo{
        ErrorKind::DnsFailure, "dns-failure", ROLLCALL_TEXT("Name look-up failed"),
        ROLLCALL_TEXT("The name server gave no usable answer; try again, or check this computer's name "
                      "servers.")},
    ErrorKindInfo{
        ErrorKind::ConnectionRefused, "connection-refused", ROLLCALL_TEXT("Connection refused"),
        ROLLCALL_TEXT("The host is there but nothing listens on this port; check the port and whether the "
                      "server is running.")},
    ErrorKindInfo{
        ErrorKind::NetworkUnreachable, "network-unreachable", ROLLCALL_TEXT("Network unreachable"),
        ROLLCALL_TEXT("There is no route to the host; check the network connection, VPN and firewall.")},
    ErrorKindInfo{
        ErrorKind::ConnectTimeout, "connect-timeout", ROLLCALL_TEXT("No connection in time"),
        ROLLCALL_TEXT(
            "The host did not accept a connection within the connect time-out; it may be down, or a "
            "firewall drops the packets.")},
    ErrorKindInfo{ErrorKind::ProxyError, "proxy-error", ROLLCALL_TEXT("Proxy error"),
                  ROLLCALL_TEXT("The proxy could not be used; check its address and credentials.")},
    ErrorKindInfo{
        ErrorKind::TlsHandshake, "tls-handshake", ROLLCALL_TEXT("TLS handshake failed"),
        ROLLCALL_TEXT("No secure connection could be agreed on; check the server's TLS versions and ciphers, "
                      "and whether the port speaks TLS at all.")},
    ErrorKindInfo{ErrorKind::CertificateExpired, "certificate-expired", ROLLCALL_TEXT("Certificate expired"),
                  ROLLCALL_TEXT("The server's certificate has expired; it must be renewed.")},
    ErrorKindInfo{
        ErrorKind::CertificateNotYetValid, "certificate-not-yet-valid",
        ROLLCALL_TEXT("Certificate not yet valid"),
        ROLLCALL_TEXT("The server's certificate is not valid yet; check both clocks and the certificate.")},
    ErrorKindInfo{ErrorKind::CertificateHostnameMismatch, "certificate-hostname-mismatch",
                  ROLLCALL_TEXT("Certificate for another host"),
                  ROLLCALL_TEXT("The server's certificate does not name this host; it needs one that does.")},
    ErrorKindInfo{
        ErrorKind::CertificateUntrusted, "certificate-untrusted", ROLLCALL_TEXT("Certificate not trusted"),
        ROLLCALL_TEXT("The certificate's issuer is unknown here; the server may not send its intermediate "
                      "certificates, or a CA file is needed.")},
    ErrorKindInfo{
        ErrorKind::CertificateSelfSigned, "certificate-self-signed", ROLLCALL_TEXT("Self-signed certificate"),
        ROLLCALL_TEXT(
            "The server signed its certificate itself; trust it with a CA file or have it signed by "
            "an authority.")},
    ErrorKindInfo{
        ErrorKind::CertificateWeak, "certificate-weak", ROLLCALL_TEXT("Weak certificate"),
        ROLLCALL_TEXT("The certificate's key or signature is too weak to be trusted; it must be replaced.")},
    ErrorKindInfo{ErrorKind::ConnectionClosed, "connection-closed", ROLLCALL_TEXT("Connection closed"),
                  ROLLCALL_TEXT("The server closed the connection without answering; look into its log.")},
    ErrorKindInfo{
        ErrorKind::ConnectionReset, "connection-reset", ROLLCALL_TEXT("Connection reset"),
        ROLLCALL_TEXT("The connection was cut off; a crash of the server or a firewall is likely.")},
    ErrorKindInfo{
        ErrorKind::FirstByteTimeout, "first-byte-timeout", ROLLCALL_TEXT("No answer in time"),
        ROLLCALL_TEXT("The server accepted the request but sent no answer in time; it may be overloaded.")},
    ErrorKindInfo{
        ErrorKind::Timeout, "timeout", ROLLCALL_TEXT("Timed out"),
        ROLLCALL_TEXT("The answer was not complete within the time-out; try a longer one or ask the server's "
                      "owner.")},
    ErrorKindInfo{
        ErrorKind::Truncated, "truncated", ROLLCALL_TEXT("Answer cut short"),
        ROLLCALL_TEXT("The connection ended before the whole answer had arrived; fewer bytes came than were "
                      "announced.")},
    ErrorKindInfo{
        ErrorKind::MalformedResponse, "malformed-response", ROLLCALL_TEXT("Malformed answer"),
        ROLLCALL_TEXT(
            "The answer breaks the rules of HTTP; the server, or something in between, is faulty.")},
    ErrorKindInfo{
        ErrorKind::ContentDecoding, "content-decoding", ROLLCALL_TEXT("Cannot decompress"),
        ROLLCALL_TEXT("The compressed body is damaged or of an unknown encoding; look at the server's "
                      "compression settings.")},
    ErrorKindInfo{ErrorKind::HeadersTooLarge, "headers-too-large", ROLLCALL_TEXT("Headers too large"),
                  ROLLCALL_TEXT("The answer's headers exceed the limit; look for runaway cookies.")},
    ErrorKindInfo{
        ErrorKind::BodyTooLarge, "body-too-large", ROLLCALL_TEXT("Body too large"),
        ROLLCALL_TEXT(
            "The body exceeds the largest size allowed, and the rest was not read; raise the limit if "
            "it is meant to be so large.")},
    ErrorKindInfo{
        ErrorKind::TooManyRedirects, "too-many-redirects", ROLLCALL_TEXT("Too many redirects"),
        ROLLCALL_TEXT("The chain of redirects is longer than the limit; shorten it or raise the limit.")},
    ErrorKindInfo{
        ErrorKind::RedirectLoop, "redirect-loop", ROLLCALL_TEXT("Redirect loop"),
        ROLLCALL_TEXT("The redirects lead back to a page already visited; correct the server's rules.")},
    ErrorKindInfo{
        ErrorKind::RedirectBlocked, "redirect-blocked", ROLLCALL_TEXT("Redirect not followed"),
        ROLLCALL_TEXT("The redirect leads to a place that cannot be followed; correct its target.")},
    ErrorKindInfo{
        ErrorKind::HttpClientError, "http-client-error", ROLLCALL_TEXT("Client error"),
        ROLLCALL_TEXT(
            "The server refuses the request (status 4xx); the page may have moved or need a log-in.")},
    ErrorKindInfo{ErrorKind::HttpServerError, "http-server-error", ROLLCALL_TEXT("Server error"),
                  ROLLCALL_TEXT("The server failed to handle the request (status 5xx); look into its log.")},
    ErrorKindInfo{ErrorKind::HttpUnexpectedStatus, "http-unexpected-status",
                  ROLLCALL_TEXT("Unexpected status"),
                  ROLLCALL_TEXT("The server answered with a status that is not among the accepted ones.")},
    ErrorKindInfo{
        ErrorKind::RateLimited, "rate-limited", ROLLCALL_TEXT("Rate limited"),
        ROLLCALL_TEXT("The server asks for fewer requests (status 429); lower the number per host.")},
    ErrorKindInfo{
        ErrorKind::BotChallenge, "bot-challenge", ROLLCALL_TEXT("Bot challenge"),
        ROLLCALL_TEXT("A bot protection stands in front of the page; a browser may still reach it.")},
    ErrorKindInfo{
        ErrorKind::OutOfResources, "out-of-resources", ROLLCALL_TEXT("Out of resources"),
        ROLLCALL_TEXT("This computer ran out of sockets, ports or memory; check fewer URLs at once.")},
    ErrorKindInfo{
        ErrorKind::LocalNetwork, "local-network", ROLLCALL_TEXT("Local network down"),
        ROLLCALL_TEXT("This computer itself seems to be offline; nothing is known about the server.")},
    ErrorKindInfo{ErrorKind::Cancelled, "cancelled", ROLLCALL_TEXT("Cancelled"),
                  ROLLCALL_TEXT("The check was stopped before this URL was done.")},
    ErrorKindInfo{ErrorKind::Internal, "internal", ROLLCALL_TEXT("Internal error"),
                  ROLLCALL_TEXT("Rollcall itself failed on this URL; please report it.")},
};

#undef ROLLCALL_TEXT

constexpr bool tableIsInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].kind != static_cast<ErrorKind>(i))
            return false;
    }
    return table.back().kind == ErrorKind::Internal;
}
static_assert(tableIsInOrder(), "one row a kind, in the order of the enumeration");

} // namespace

std::span<const ErrorKindInfo> errorKinds()
{
    return table;
}

const ErrorKindInfo &errorKindInfo(ErrorKind kind)
{
    return table[static_cast<std::size_t>(kind)];
}

std::optional<ErrorKind> errorKindFromSlug(QByteArrayView slug)
{
    const auto row = std::find_if(table.begin(), table.end(), [slug](const ErrorKindInfo &info) {
        return slug == QByteArrayView(info.slug);
    });
    if (row == table.end())
        return std::nullopt;
    return row->kind;
}

} // namespace rollcall
