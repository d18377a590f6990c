// SPDX-License-Identifier: MIT
#include "core/net/errorkind.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

// lupdate collects the texts for the window; the core itself only ever hands out the English ones.
constexpr std::array table = {
    ErrorKindInfo{ErrorKind::None, "", "", ""},
    ErrorKindInfo{
        ErrorKind::InvalidUrl, "invalid-url", QT_TRANSLATE_NOOP("ErrorKind", "Invalid URL"),
        QT_TRANSLATE_NOOP("ErrorKind", "This is not a URL that can be called; correct its spelling.")},
    ErrorKindInfo{
        ErrorKind::UnsupportedScheme, "unsupported-scheme",
        QT_TRANSLATE_NOOP("ErrorKind", "Not http or https"),
        QT_TRANSLATE_NOOP("ErrorKind", "Only http and https URLs are called; this one was left alone.")},
    ErrorKindInfo{
        ErrorKind::DnsNotFound, "dns-not-found", QT_TRANSLATE_NOOP("ErrorKind", "Unknown host"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The host name does not exist; check its spelling and whether the domain is still "
                          "registered.")},
    ErrorKindInfo{
        ErrorKind::DnsFailure, "dns-failure", QT_TRANSLATE_NOOP("ErrorKind", "Name look-up failed"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The name server gave no usable answer; try again, or check this computer's name "
                          "servers.")},
    ErrorKindInfo{ErrorKind::ConnectionRefused, "connection-refused",
                  QT_TRANSLATE_NOOP("ErrorKind", "Connection refused"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind",
                      "The host is there but nothing listens on this port; check the port and whether the "
                      "server is running.")},
    ErrorKindInfo{
        ErrorKind::NetworkUnreachable, "network-unreachable",
        QT_TRANSLATE_NOOP("ErrorKind", "Network unreachable"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "There is no route to the host; check the network connection, VPN and firewall.")},
    ErrorKindInfo{
        ErrorKind::ConnectTimeout, "connect-timeout", QT_TRANSLATE_NOOP("ErrorKind", "No connection in time"),
        QT_TRANSLATE_NOOP(
            "ErrorKind",
            "The host did not accept a connection within the connect time-out; it may be down, or a "
            "firewall drops the packets.")},
    ErrorKindInfo{
        ErrorKind::ProxyError, "proxy-error", QT_TRANSLATE_NOOP("ErrorKind", "Proxy error"),
        QT_TRANSLATE_NOOP("ErrorKind", "The proxy could not be used; check its address and credentials.")},
    ErrorKindInfo{ErrorKind::TlsHandshake, "tls-handshake",
                  QT_TRANSLATE_NOOP("ErrorKind", "TLS handshake failed"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind",
                      "No secure connection could be agreed on; check the server's TLS versions and ciphers, "
                      "and whether the port speaks TLS at all.")},
    ErrorKindInfo{
        ErrorKind::CertificateExpired, "certificate-expired",
        QT_TRANSLATE_NOOP("ErrorKind", "Certificate expired"),
        QT_TRANSLATE_NOOP("ErrorKind", "The server's certificate has expired; it must be renewed.")},
    ErrorKindInfo{ErrorKind::CertificateNotYetValid, "certificate-not-yet-valid",
                  QT_TRANSLATE_NOOP("ErrorKind", "Certificate not yet valid"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind",
                      "The server's certificate is not valid yet; check both clocks and the certificate.")},
    ErrorKindInfo{
        ErrorKind::CertificateHostnameMismatch, "certificate-hostname-mismatch",
        QT_TRANSLATE_NOOP("ErrorKind", "Certificate for another host"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The server's certificate does not name this host; it needs one that does.")},
    ErrorKindInfo{ErrorKind::CertificateUntrusted, "certificate-untrusted",
                  QT_TRANSLATE_NOOP("ErrorKind", "Certificate not trusted"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind",
                      "The certificate's issuer is unknown here; the server may not send its intermediate "
                      "certificates, or a CA file is needed.")},
    ErrorKindInfo{
        ErrorKind::CertificateSelfSigned, "certificate-self-signed",
        QT_TRANSLATE_NOOP("ErrorKind", "Self-signed certificate"),
        QT_TRANSLATE_NOOP(
            "ErrorKind",
            "The server signed its certificate itself; trust it with a CA file or have it signed by "
            "an authority.")},
    ErrorKindInfo{ErrorKind::CertificateWeak, "certificate-weak",
                  QT_TRANSLATE_NOOP("ErrorKind", "Weak certificate"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind",
                      "The certificate's key or signature is too weak to be trusted; it must be replaced.")},
    ErrorKindInfo{ErrorKind::ConnectionClosed, "connection-closed",
                  QT_TRANSLATE_NOOP("ErrorKind", "Connection closed"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind", "The server closed the connection without answering; look into its log.")},
    ErrorKindInfo{
        ErrorKind::ConnectionReset, "connection-reset", QT_TRANSLATE_NOOP("ErrorKind", "Connection reset"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The connection was cut off; a crash of the server or a firewall is likely.")},
    ErrorKindInfo{ErrorKind::FirstByteTimeout, "first-byte-timeout",
                  QT_TRANSLATE_NOOP("ErrorKind", "No answer in time"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind",
                      "The server accepted the request but sent no answer in time; it may be overloaded.")},
    ErrorKindInfo{ErrorKind::Timeout, "timeout", QT_TRANSLATE_NOOP("ErrorKind", "Timed out"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind",
                      "The answer was not complete within the time-out; try a longer one or ask the server's "
                      "owner.")},
    ErrorKindInfo{ErrorKind::Truncated, "truncated", QT_TRANSLATE_NOOP("ErrorKind", "Answer cut short"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind",
                      "The connection ended before the whole answer had arrived; fewer bytes came than were "
                      "announced.")},
    ErrorKindInfo{
        ErrorKind::MalformedResponse, "malformed-response",
        QT_TRANSLATE_NOOP("ErrorKind", "Malformed answer"),
        QT_TRANSLATE_NOOP(
            "ErrorKind",
            "The answer breaks the rules of HTTP; the server, or something in between, is faulty.")},
    ErrorKindInfo{
        ErrorKind::ContentDecoding, "content-decoding", QT_TRANSLATE_NOOP("ErrorKind", "Cannot decompress"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The compressed body is damaged or of an unknown encoding; look at the server's "
                          "compression settings.")},
    ErrorKindInfo{
        ErrorKind::HeadersTooLarge, "headers-too-large", QT_TRANSLATE_NOOP("ErrorKind", "Headers too large"),
        QT_TRANSLATE_NOOP("ErrorKind", "The answer's headers exceed the limit; look for runaway cookies.")},
    ErrorKindInfo{
        ErrorKind::BodyTooLarge, "body-too-large", QT_TRANSLATE_NOOP("ErrorKind", "Body too large"),
        QT_TRANSLATE_NOOP(
            "ErrorKind",
            "The body exceeds the largest size allowed, and the rest was not read; raise the limit if "
            "it is meant to be so large.")},
    ErrorKindInfo{
        ErrorKind::TooManyRedirects, "too-many-redirects",
        QT_TRANSLATE_NOOP("ErrorKind", "Too many redirects"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The chain of redirects is longer than the limit; shorten it or raise the limit.")},
    ErrorKindInfo{
        ErrorKind::RedirectLoop, "redirect-loop", QT_TRANSLATE_NOOP("ErrorKind", "Redirect loop"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The redirects lead back to a page already visited; correct the server's rules.")},
    ErrorKindInfo{
        ErrorKind::RedirectBlocked, "redirect-blocked",
        QT_TRANSLATE_NOOP("ErrorKind", "Redirect not followed"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The redirect leads to a place that cannot be followed; correct its target.")},
    ErrorKindInfo{
        ErrorKind::HttpClientError, "http-client-error", QT_TRANSLATE_NOOP("ErrorKind", "Client error"),
        QT_TRANSLATE_NOOP(
            "ErrorKind",
            "The server refuses the request (status 4xx); the page may have moved or need a log-in.")},
    ErrorKindInfo{
        ErrorKind::HttpServerError, "http-server-error", QT_TRANSLATE_NOOP("ErrorKind", "Server error"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The server failed to handle the request (status 5xx); look into its log.")},
    ErrorKindInfo{ErrorKind::HttpUnexpectedStatus, "http-unexpected-status",
                  QT_TRANSLATE_NOOP("ErrorKind", "Unexpected status"),
                  QT_TRANSLATE_NOOP(
                      "ErrorKind", "The server answered with a status that is not among the accepted ones.")},
    ErrorKindInfo{
        ErrorKind::RateLimited, "rate-limited", QT_TRANSLATE_NOOP("ErrorKind", "Rate limited"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "The server asks for fewer requests (status 429); lower the number per host.")},
    ErrorKindInfo{
        ErrorKind::BotChallenge, "bot-challenge", QT_TRANSLATE_NOOP("ErrorKind", "Bot challenge"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "A bot protection stands in front of the page; a browser may still reach it.")},
    ErrorKindInfo{
        ErrorKind::Redirected, "redirected", QT_TRANSLATE_NOOP("ErrorKind", "Redirected"),
        QT_TRANSLATE_NOOP("ErrorKind", "The URL leads elsewhere; put its new place into the list.")},
    ErrorKindInfo{ErrorKind::UnexpectedTarget, "unexpected-target",
                  QT_TRANSLATE_NOOP("ErrorKind", "Unexpected target"),
                  QT_TRANSLATE_NOOP("ErrorKind", "The URL does not lead where the list says, or not in that "
                                                 "way; correct the redirect or the list.")},
    ErrorKindInfo{
        ErrorKind::TooSlow, "too-slow", QT_TRANSLATE_NOOP("ErrorKind", "Too slow"),
        QT_TRANSLATE_NOOP("ErrorKind", "The whole answer took longer than the limit that was set for it.")},
    ErrorKindInfo{
        ErrorKind::CertificateExpiresSoon, "certificate-expires-soon",
        QT_TRANSLATE_NOOP("ErrorKind", "Certificate expires soon"),
        QT_TRANSLATE_NOOP("ErrorKind", "The server's certificate has few days left; renew it in time.")},
    ErrorKindInfo{
        ErrorKind::UnexpectedContent, "unexpected-content",
        QT_TRANSLATE_NOOP("ErrorKind", "Unexpected content"),
        QT_TRANSLATE_NOOP(
            "ErrorKind", "The body does not hold what was expected; the page may show an error of its own.")},
    ErrorKindInfo{ErrorKind::UnexpectedHeader, "unexpected-header",
                  QT_TRANSLATE_NOOP("ErrorKind", "Unexpected headers"),
                  QT_TRANSLATE_NOOP("ErrorKind", "The answer does not have the header that was expected.")},
    ErrorKindInfo{ErrorKind::ContentChanged, "content-changed",
                  QT_TRANSLATE_NOOP("ErrorKind", "Content changed"),
                  QT_TRANSLATE_NOOP("ErrorKind", "The body is not what it was at the last check.")},
    ErrorKindInfo{
        ErrorKind::OutOfResources, "out-of-resources", QT_TRANSLATE_NOOP("ErrorKind", "Out of resources"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "This computer ran out of sockets, ports or memory; check fewer URLs at once.")},
    ErrorKindInfo{
        ErrorKind::LocalNetwork, "local-network", QT_TRANSLATE_NOOP("ErrorKind", "Local network down"),
        QT_TRANSLATE_NOOP("ErrorKind",
                          "This computer itself seems to be offline; nothing is known about the server.")},
    ErrorKindInfo{ErrorKind::Cancelled, "cancelled", QT_TRANSLATE_NOOP("ErrorKind", "Cancelled"),
                  QT_TRANSLATE_NOOP("ErrorKind", "The check was stopped before this URL was done.")},
    ErrorKindInfo{ErrorKind::Internal, "internal", QT_TRANSLATE_NOOP("ErrorKind", "Internal error"),
                  QT_TRANSLATE_NOOP("ErrorKind", "Rollcall itself failed on this URL; please report it.")},
};

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
