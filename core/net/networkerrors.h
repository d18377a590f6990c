// SPDX-License-Identifier: MIT
// Between Qt's network errors and the error kinds.
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
/// Qt's nearest word for \a kind; without a failure that for an HTTP \a status of 400 or more, which Qt's own
/// manager takes for an error.
QNetworkReply::NetworkError networkErrorOf(ErrorKind kind, int status);

} // namespace rollcall
