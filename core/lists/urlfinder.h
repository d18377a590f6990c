// SPDX-License-Identifier: MIT
// Finds the URLs in running text.
#pragma once

#include <QList>
#include <QStringView>

namespace rollcall {

/// The http and https URLs in \a text, and what begins with "www.", in their order: up to white space, quotes
/// or angle brackets, without the punctuation and the closing bracket of the sentence around them.
QList<QStringView> urlsIn(QStringView text);

} // namespace rollcall
