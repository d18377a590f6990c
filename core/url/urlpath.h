// SPDX-License-Identifier: MIT
// Resolves the dot segments of a URL's path as browsers do (WHATWG URL, "path state").
#pragma once

#include <QByteArray>
#include <QStringView>

namespace rollcall {

/// The path that \a text makes behind \a folder, percent-encoded. \a folder is empty or a canonical path that
/// ends before a slash ("/a" of "/a/b"); \a text has no slash in front. Both kinds of slashes separate
/// segments; ".",
/// ".." and their escapes are resolved and never lead above the root.
QByteArray joinedPath(QByteArrayView folder, QStringView text);

} // namespace rollcall
