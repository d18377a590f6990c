// SPDX-License-Identifier: MIT
#include "core/net/networkerrors.h"

#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>
#include <array>
#include <utility>

namespace rollcall {

namespace {

/// OpenSSL's reasons for a weak key or signature are "unspecified" to Qt 6.4, so the certificate itself is
/// looked at.
bool isWeak(const QSslError &error)
{
    constexpr int shortestRsaBits = 2048;
    if (error.error() != QSslError::UnspecifiedError)
        return false;
    const QSslCertificate certificate = error.certificate();
    const QSslKey key = certificate.publicKey();
    if (key.algorithm() == QSsl::Rsa && key.length() < shortestRsaBits)
        return true;
    const QString text = certificate.toText();
    return text.contains(QLatin1String("sha1With"), Qt::CaseInsensitive) ||
           text.contains(QLatin1String("md5With"), Qt::CaseInsensitive) ||
           text.contains(QLatin1String("ecdsa-with-SHA1"), Qt::CaseInsensitive);
}

/// Which certificate problem is told when there are several: the one that the server's owner mends first.
ErrorKind certificateErrorKind(const QList<QSslError> &errors)
{
    constexpr std::array byImportance = {
        std::pair(QSslError::CertificateExpired, ErrorKind::CertificateExpired),
        std::pair(QSslError::CertificateNotYetValid, ErrorKind::CertificateNotYetValid),
        std::pair(QSslError::HostNameMismatch, ErrorKind::CertificateHostnameMismatch),
        std::pair(QSslError::SelfSignedCertificate, ErrorKind::CertificateSelfSigned),
        std::pair(QSslError::NoPeerCertificate, ErrorKind::TlsHandshake),
    };
    for (const auto &[sslError, kind] : byImportance) {
        const auto isThis = [wanted = sslError](const QSslError &error) { return error.error() == wanted; };
        if (std::any_of(errors.begin(), errors.end(), isThis))
            return kind;
    }
    const bool hasWeakOne = std::any_of(errors.begin(), errors.end(), isWeak);
    return hasWeakOne ? ErrorKind::CertificateWeak : ErrorKind::CertificateUntrusted;
}

ErrorKind handshakeErrorKind(const QString &errorString)
{
    // OpenSSL refuses weak keys and signatures within the handshake, with a reason in words only.
    const bool isRefusedAsWeak = errorString.contains(QLatin1String("key too weak"), Qt::CaseInsensitive) ||
                                 errorString.contains(QLatin1String("key too small"), Qt::CaseInsensitive) ||
                                 errorString.contains(QLatin1String("md too weak"), Qt::CaseInsensitive);
    return isRefusedAsWeak ? ErrorKind::CertificateWeak : ErrorKind::TlsHandshake;
}

QNetworkReply::NetworkError networkErrorOfStatus(int status)
{
    constexpr std::array words = {
        std::pair(401, QNetworkReply::AuthenticationRequiredError),
        std::pair(403, QNetworkReply::ContentAccessDenied),
        std::pair(404, QNetworkReply::ContentNotFoundError),
        std::pair(405, QNetworkReply::ContentOperationNotPermittedError),
        std::pair(407, QNetworkReply::ProxyAuthenticationRequiredError),
        std::pair(409, QNetworkReply::ContentConflictError),
        std::pair(410, QNetworkReply::ContentGoneError),
        std::pair(500, QNetworkReply::InternalServerError),
        std::pair(501, QNetworkReply::OperationNotImplementedError),
        std::pair(503, QNetworkReply::ServiceUnavailableError),
    };
    for (const auto &[number, word] : words) {
        if (number == status)
            return word;
    }
    if (status >= 500)
        return QNetworkReply::UnknownServerError;
    return status >= 400 ? QNetworkReply::UnknownContentError : QNetworkReply::NoError;
}

/// Qt reports every socket error that it has no code for in words only; they come from QAbstractSocket
/// untranslated.
ErrorKind unknownErrorKind(const QString &errorString)
{
    if (errorString.contains(QLatin1String("unreachable"), Qt::CaseInsensitive))
        return ErrorKind::NetworkUnreachable;
    if (errorString.contains(QLatin1String("out of resources"), Qt::CaseInsensitive))
        return ErrorKind::OutOfResources;
    return ErrorKind::Internal;
}

} // namespace

ErrorKind errorKindOf(QNetworkReply::NetworkError error, const QString &errorString,
                      const QList<QSslError> &sslErrors, int status)
{
    switch (error) {
    case QNetworkReply::NoError:
        return ErrorKind::None;
    case QNetworkReply::ConnectionRefusedError:
        return ErrorKind::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
        return status != 0 ? ErrorKind::Truncated : ErrorKind::ConnectionClosed;
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::DnsNotFound;
    case QNetworkReply::TimeoutError:
        return ErrorKind::ConnectTimeout;
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::Cancelled;
    case QNetworkReply::SslHandshakeFailedError:
        return sslErrors.isEmpty() ? handshakeErrorKind(errorString) : certificateErrorKind(sslErrors);
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return ErrorKind::NetworkUnreachable;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::ProxyError;
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return ErrorKind::None;
    case QNetworkReply::ContentReSendError:
        return ErrorKind::ConnectionClosed;
    case QNetworkReply::ProxyAuthenticationRequiredError: // also Qt's word for a 407 that a server sends by
                                                          // itself
        return status >= 400 ? ErrorKind::None : ErrorKind::ProxyError;
    case QNetworkReply::ProtocolInvalidOperationError: // also Qt's word for the statuses 400 and 418
        return status >= 400 ? ErrorKind::None : ErrorKind::MalformedResponse;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
        return ErrorKind::MalformedResponse;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return ErrorKind::RedirectBlocked;
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return ErrorKind::Internal;
    case QNetworkReply::UnknownNetworkError:
        return unknownErrorKind(errorString);
    }
    return ErrorKind::Internal;
}

QNetworkReply::NetworkError networkErrorOf(ErrorKind kind, int status)
{
    switch (kind) {
    case ErrorKind::None:
        return networkErrorOfStatus(status);
    case ErrorKind::InvalidUrl:
    case ErrorKind::UnsupportedScheme:
        return QNetworkReply::ProtocolUnknownError;
    case ErrorKind::DnsNotFound:
    case ErrorKind::DnsFailure:
        return QNetworkReply::HostNotFoundError;
    case ErrorKind::ConnectionRefused:
        return QNetworkReply::ConnectionRefusedError;
    case ErrorKind::NetworkUnreachable:
    case ErrorKind::LocalNetwork:
        return QNetworkReply::NetworkSessionFailedError;
    case ErrorKind::ConnectTimeout:
    case ErrorKind::FirstByteTimeout:
    case ErrorKind::Timeout:
        return QNetworkReply::TimeoutError;
    case ErrorKind::ProxyError:
        return QNetworkReply::UnknownProxyError;
    case ErrorKind::TlsHandshake:
    case ErrorKind::CertificateExpired:
    case ErrorKind::CertificateNotYetValid:
    case ErrorKind::CertificateHostnameMismatch:
    case ErrorKind::CertificateUntrusted:
    case ErrorKind::CertificateSelfSigned:
    case ErrorKind::CertificateWeak:
        return QNetworkReply::SslHandshakeFailedError;
    case ErrorKind::ConnectionClosed:
    case ErrorKind::ConnectionReset:
    case ErrorKind::Truncated:
        return QNetworkReply::RemoteHostClosedError;
    case ErrorKind::MalformedResponse:
    case ErrorKind::ContentDecoding:
    case ErrorKind::HeadersTooLarge:
    case ErrorKind::BodyTooLarge:
        return QNetworkReply::ProtocolFailure;
    case ErrorKind::TooManyRedirects:
    case ErrorKind::RedirectLoop:
        return QNetworkReply::TooManyRedirectsError;
    case ErrorKind::RedirectBlocked:
        return QNetworkReply::InsecureRedirectError;
    case ErrorKind::Cancelled:
        return QNetworkReply::OperationCanceledError;
    case ErrorKind::HttpClientError:
    case ErrorKind::HttpServerError:
    case ErrorKind::HttpUnexpectedStatus:
    case ErrorKind::RateLimited:
    case ErrorKind::BotChallenge:
    case ErrorKind::Redirected:
    case ErrorKind::UnexpectedTarget:
    case ErrorKind::TooSlow:
    case ErrorKind::CertificateExpiresSoon:
    case ErrorKind::UnexpectedContent:
    case ErrorKind::UnexpectedHeader:
    case ErrorKind::ContentChanged:
        return QNetworkReply::UnknownContentError;
    case ErrorKind::OutOfResources:
    case ErrorKind::Internal:
        return QNetworkReply::UnknownNetworkError;
    }
    return QNetworkReply::UnknownNetworkError;
}

} // namespace rollcall
