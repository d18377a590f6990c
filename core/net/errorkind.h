// SPDX-License-Identifier: MIT
// Every way in which a check can fail: the enumeration, its slug for scripts, its sentence for people.
#pragma once

#include <QByteArrayView>

#include <optional>
#include <span>

namespace rollcall {

/// Why a URL failed, or has a warning. The order is the order of the documentation; values may change, slugs
/// never do.
enum class ErrorKind : quint8 {
    None,
    InvalidUrl,
    UnsupportedScheme,
    DnsNotFound,
    DnsFailure,
    ConnectionRefused,
    NetworkUnreachable,
    ConnectTimeout,
    ProxyError,
    TlsHandshake,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateHostnameMismatch,
    CertificateUntrusted,
    CertificateSelfSigned,
    CertificateWeak,
    ConnectionClosed,
    ConnectionReset,
    FirstByteTimeout,
    Timeout,
    Truncated,
    MalformedResponse,
    ContentDecoding,
    HeadersTooLarge,
    BodyTooLarge,
    TooManyRedirects,
    RedirectLoop,
    RedirectBlocked,
    HttpClientError,
    HttpServerError,
    HttpUnexpectedStatus,
    RateLimited,
    BotChallenge,
    Redirected,
    UnexpectedTarget,
    TooSlow,
    CertificateExpiresSoon,
    UnexpectedContent,
    UnexpectedHeader,
    ContentChanged,
    OutOfResources,
    LocalNetwork,
    Cancelled,
    Internal,
};

/// One row of the table that defines the error kinds. All texts are English and static; the window
/// translates title and sentence in the context "ErrorKind".
struct ErrorKindInfo {
    ErrorKind kind;
    const char *slug;     ///< the word in CSV and JSON, for example "connection-refused"; empty for None
    const char *title;    ///< two or three words for a table cell, for example "Connection refused"
    const char *sentence; ///< what happened and what to try
};

/// All kinds, in the order of the enumeration. Any thread.
std::span<const ErrorKindInfo> errorKinds();
/// The row of \a kind. Any thread.
const ErrorKindInfo &errorKindInfo(ErrorKind kind);
/// The kind with this slug; the empty slug is None. Any thread.
std::optional<ErrorKind> errorKindFromSlug(QByteArrayView slug);

} // namespace rollcall
