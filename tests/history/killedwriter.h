// SPDX-License-Identifier: MIT
// A program that writes until it is killed.
#pragma once

#include <QStringList>

#include <optional>

namespace rollcall::test {

/// Starts \a program, which prints the number of what is acknowledged, and kills it at some moment after a
/// few acknowledgements. The last number that was acknowledged; nothing when there was none, or when it ended
/// by itself.
std::optional<qint64> writeAndKill(const QString &program, const QStringList &arguments);

} // namespace rollcall::test
