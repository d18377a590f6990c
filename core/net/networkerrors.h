// SPDX-License-Identifier: MIT
// From Qt's network errors to the error kinds.
#pragma once

#include "core/net/errorkind.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace rollcall {

/// The kind of a failed reply, None for one that only has an HTTP status of 400 or more.
/// \a status: that of the answer whose head has arrived; 0 if none has.
ErrorKind errorKindOf(QNetworkReply::NetworkError error, const QString &errorString,
                      const QList<QSslError> &sslErrors, int status);

} // namespace rollcall
