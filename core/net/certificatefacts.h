// SPDX-License-Identifier: MIT
// What a certificate says of itself, as a plain value.
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace rollcall {

/// One certificate of those that a server shows. Empty texts and times are unknown. Nothing of it is
/// verified.
struct CertificateFacts {
    CertificateFacts() = default;

    QString subject;   ///< its common name, else its organisation
    QString issuer;    ///< likewise
    QStringList names; ///< the DNS names and addresses that it is for; at most keptNames of them
    std::optional<QDateTime> validFrom; ///< UTC
    std::optional<QDateTime> expires;   ///< UTC

    static constexpr qsizetype keptNames = 50;

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

/// The certificates that are kept of a server, from its own to that of the authority; a longer chain is cut.
inline constexpr qsizetype keptCertificates = 10;

} // namespace rollcall
