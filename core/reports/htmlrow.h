// SPDX-License-Identifier: MIT
// One row of the table in an HTML report.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArray>

namespace rollcall {

/// \a url, which is valid UTF-8: as a link when it is one that a browser opens as a page, else as text.
void appendLink(QByteArray &to, const QByteArray &url);

/// The row of \a result: \a keys, separated by blanks, are what the page's filter knows it by, \a word stands
/// in the first column and \a message in the last; both are plain text.
QByteArray htmlRow(const QByteArray &keys, const QByteArray &word, const CheckResult &result,
                   const QByteArray &message);

} // namespace rollcall
