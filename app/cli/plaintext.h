// SPDX-License-Identifier: MIT
// Texts and numbers as a terminal shows them to people.
#pragma once

#include "app/cli/exitcode.h"

#include <QString>

#include <chrono>

namespace rollcall::cli {

/// \a text with every character made visible that would command a terminal or reorder the line (control and
/// format characters, separators of lines): they become "\u{1b}" and the like, lone surrogates U+FFFD. Cut,
/// with an ellipsis, after 1000 characters.
QString printable(const QString &text);

/// "162 B", "1.2 KiB", "64.0 MiB".
QString humanBytes(qint64 bytes);
/// "87 ms", "1.2 s", "61.0 s".
QString humanTime(std::chrono::microseconds time);
/// A time to wait: "12 s", "3:05", "1:02:03".
QString humanWait(std::chrono::seconds time);
/// "1 URL", "5 URLs".
QString counted(qsizetype count, const char *noun);

/// Writes \a text, made printable(), to standard error as one line.
void printNote(const QString &text);
/// The same, behind the program's name.
void complain(const QString &sentence);
/// Complains of a wrong call, or of what cannot be read or written.
ExitCode refuse(const QString &sentence);

} // namespace rollcall::cli
