// SPDX-License-Identifier: MIT
// The facts of a result as the lines of tables that people read.
#pragma once

#include "core/check/checkresult.h"
#include "ui/resultrow.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace rollcall {

/// What happened, and what to try, in a sentence or two.
QString situationSentence(const ResultRow &row);

/// Status, URL and time of each hop, the last answer included; none without redirects.
QList<QStringList> redirectLines(const CheckResult &result);
/// Name and value of each field.
QList<QStringList> headerLines(const QList<HeaderField> &headers);
/// Name and value of what is known about the encryption at \a now, and for each of \a certificates what it
/// says. None where there is no encryption.
QList<QStringList> certificateLines(const CheckResult &result, const QList<CertificateFacts> &certificates,
                                    const QDateTime &now);

} // namespace rollcall
