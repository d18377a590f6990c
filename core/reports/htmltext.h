// SPDX-License-Identifier: MIT
// Numbers of the HTML report as people read them, in English.
#pragma once

#include <QByteArray>

#include <chrono>

namespace rollcall {

/// "12,345".
QByteArray htmlCount(qint64 count);
/// "162 bytes", "1.2 MiB".
QByteArray htmlBytes(qint64 bytes);
/// "87 ms", "1.2 s".
QByteArray htmlTime(std::chrono::microseconds time);

} // namespace rollcall
