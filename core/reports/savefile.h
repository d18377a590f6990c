// SPDX-License-Identifier: MIT
// Writes a file whole or not at all.
#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// Writes to an open device; returns why it could not, in English without a full stop, or an empty text.
using WriteTo = std::function<QString(QIODevice &device)>;

/// Lets \a write write to the file \a path: an existing file is replaced whole or not touched. Returns an
/// English sentence that names the file when it failed, else an empty one. Any thread; blocks.
QString saveFile(const QString &path, const WriteTo &write);

} // namespace rollcall
