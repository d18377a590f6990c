// SPDX-License-Identifier: MIT
// Hands URLs of the list to the person's web browser.
#pragma once

#include <QStringList>

namespace rollcall {

/// Opening a thousand pages by a slip of the finger would bring the desktop down.
inline constexpr qsizetype maximumOpenedPages = 10;

/// Opens the first maximumOpenedPages http and https URLs among \a urls; nothing else is ever handed to the
/// desktop. Returns how many were left out because they were too many.
qsizetype openPages(const QStringList &urls);

} // namespace rollcall
