// SPDX-License-Identifier: MIT
#include "core/net/tlspeer.h"

#include <QDateTime>
#include <QHostAddress>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <optional>
#include <utility>

namespace rollcall {

namespace {

using PeerCell = std::shared_ptr<TlsPeer>;

void freePeer(void *, void *cell, CRYPTO_EX_DATA *, int, long, void *)
{
    delete static_cast<PeerCell *>(cell);
}

/// Where a context keeps its peer.
int peerIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, freePeer);
    return index;
}

QString textOf(const X509_NAME *name, int field)
{
    const int position = X509_NAME_get_index_by_NID(name, field, -1);
    if (position < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int length =
        ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, position)));
    if (length < 0)
        return {};
    QString text = QString::fromUtf8(reinterpret_cast<const char *>(utf8), length);
    OPENSSL_free(utf8);
    return text;
}

QString nameOf(const X509_NAME *name)
{
    const QString commonName = textOf(name, NID_commonName);
    return commonName.isEmpty() ? textOf(name, NID_organizationName) : commonName;
}

QString textOf(const GENERAL_NAME *name)
{
    if (name->type != GEN_DNS && name->type != GEN_IPADD)
        return {};
    const ASN1_STRING *const string = name->type == GEN_DNS ? name->d.dNSName : name->d.iPAddress;
    const auto *const bytes = ASN1_STRING_get0_data(string);
    const int length = ASN1_STRING_length(string);
    if (name->type == GEN_DNS)
        return QString::fromLatin1(reinterpret_cast<const char *>(bytes), length);
    if (length == 4)
        return QHostAddress(qFromBigEndian<quint32>(bytes)).toString();
    return length == 16 ? QHostAddress(bytes).toString() : QString();
}

/// The names in the subjectAltName extension (RFC 5280, 4.2.1.6).
QStringList namesOf(const X509 *certificate)
{
    const auto freeNames = [](GENERAL_NAMES *names) { GENERAL_NAMES_free(names); };
    const std::unique_ptr<GENERAL_NAMES, decltype(freeNames)> names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)),
        freeNames);
    const int count = std::min(sk_GENERAL_NAME_num(names.get()), int(CertificateFacts::keptNames));
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        if (const QString text = textOf(sk_GENERAL_NAME_value(names.get(), i)); !text.isEmpty())
            texts.append(text);
    }
    return texts;
}

std::optional<QDateTime> timeOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

CertificateFacts factsOf(const X509 *certificate)
{
    CertificateFacts facts;
    facts.subject = nameOf(X509_get_subject_name(certificate));
    facts.issuer = nameOf(X509_get_issuer_name(certificate));
    facts.names = namesOf(certificate);
    facts.validFrom = timeOf(X509_get0_notBefore(certificate));
    facts.expires = timeOf(X509_get0_notAfter(certificate));
    return facts;
}

ErrorKind kindOf(int x509Error)
{
    switch (x509Error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return ErrorKind::CertificateExpired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return ErrorKind::CertificateNotYetValid;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return ErrorKind::CertificateHostnameMismatch;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return ErrorKind::CertificateSelfSigned;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return ErrorKind::CertificateWeak;
    default: // the many ways in which no chain leads to an authority that is known here
        return ErrorKind::CertificateUntrusted;
    }
}

/// The place of a problem in the order in which the server's owner mends them.
std::size_t rankOf(ErrorKind kind)
{
    constexpr std::array byImportance = {ErrorKind::CertificateExpired,
                                         ErrorKind::CertificateNotYetValid,
                                         ErrorKind::CertificateHostnameMismatch,
                                         ErrorKind::CertificateSelfSigned,
                                         ErrorKind::CertificateWeak,
                                         ErrorKind::CertificateUntrusted};
    const auto *const place = std::find(byImportance.begin(), byImportance.end(), kind);
    return std::size_t(place - byImportance.begin());
}

} // namespace

TlsPeer::TlsPeer(QByteArray host, bool verify) : m_host(std::move(host)), m_verify(verify)
{
    if (m_host.endsWith('.')) // the root's dot is not part of the name in a certificate
        m_host.chop(1);
}

bool TlsPeer::attach(SSL_CTX *context, const std::shared_ptr<TlsPeer> &peer)
{
    auto cell = std::make_unique<PeerCell>(peer);
    if (SSL_CTX_set_ex_data(context, peerIndex(), cell.get()) != 1)
        return false;
    (void)cell.release(); // the context's now, see freePeer()
    SSL_CTX_set_cert_verify_callback(context, verifyPeer, peer.get());
    return true;
}

std::shared_ptr<TlsPeer> TlsPeer::of(const SSL *connection)
{
    const auto *const cell =
        static_cast<const PeerCell *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(connection), peerIndex()));
    return cell ? *cell : nullptr;
}

QByteArray TlsPeer::versionOf(const SSL *connection)
{
    const QByteArray name = SSL_get_version(connection); // "TLSv1.3"
    return name.startsWith("TLSv") ? name.sliced(4) : name;
}

int TlsPeer::verifyPeer(X509_STORE_CTX *chain, void *context)
{
    auto *const peer = static_cast<TlsPeer *>(context);
    peer->m_problem = ErrorKind::None;
    peer->readCertificates(chain);
    return !peer->m_verify || peer->verify(chain) ? 1 : 0;
}

void TlsPeer::readCertificates(X509_STORE_CTX *chain)
{
    m_certificates.clear();
    const STACK_OF(X509) *const sent = X509_STORE_CTX_get0_untrusted(chain);
    const int count = std::min(sk_X509_num(sent), int(keptCertificates)); // -1: there are none
    for (int i = 0; i < count; ++i)
        m_certificates.append(factsOf(sk_X509_value(sent, i)));
}

bool TlsPeer::verify(X509_STORE_CTX *chain)
{
    X509_VERIFY_PARAM *const wanted = X509_STORE_CTX_get0_param(chain);
    X509_VERIFY_PARAM_set_hostflags(wanted, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT |
                                                X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    if (X509_VERIFY_PARAM_set1_ip_asc(wanted, m_host.constData()) != 1)
        X509_VERIFY_PARAM_set1_host(wanted, m_host.constData(), std::size_t(m_host.size()));
    ERR_clear_error(); // of "this host is no address"
    X509_STORE_CTX_set_verify_cb(chain, collectProblem);
    const bool isComplete = X509_verify_cert(chain) == 1;
    if (!isComplete && m_problem == ErrorKind::None)
        note(X509_STORE_CTX_get_error(chain));
    const bool isTrusted = m_problem == ErrorKind::None;
    X509_STORE_CTX_set_error(chain, isTrusted ? X509_V_OK : X509_V_ERR_APPLICATION_VERIFICATION);
    return isTrusted;
}

/// Goes on after each problem, so that all of them are seen.
int TlsPeer::collectProblem(int isGood, X509_STORE_CTX *chain)
{
    if (isGood == 1)
        return 1;
    const auto *const connection =
        static_cast<const SSL *>(X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx()));
    of(connection)->note(X509_STORE_CTX_get_error(chain));
    return 1;
}

void TlsPeer::note(int x509Error)
{
    const ErrorKind kind = kindOf(x509Error);
    if (m_problem != ErrorKind::None && rankOf(m_problem) <= rankOf(kind))
        return;
    m_problem = kind;
    m_problemDetail = QString::fromLatin1(X509_verify_cert_error_string(x509Error));
}

} // namespace rollcall
