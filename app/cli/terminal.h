// SPDX-License-Identifier: MIT
// The standard streams and the terminal behind them. What is POSIX alone has a portable fallback here.
#pragma once

#include <QFile>

#include <memory>

namespace rollcall::cli {

/// To be called first of all. Makes a broken pipe an error of the write instead of the end of the process,
/// and puts the null device where a standard stream was closed, so that no other file takes its number. The
/// program speaks English in UTF-8 whatever the locale: the system's own reasons shall too.
void prepareProcess();

enum class Stream { Input, Output, Error };

bool isTerminal(Stream stream);
/// The width of the terminal behind \a stream, 80 where that is unknown.
int terminalColumns(Stream stream);
/// Whether the process that read our standard output has closed its end.
bool outputReaderIsGone();

/// A standard stream as an open file; standard error has no buffer.
std::unique_ptr<QFile> openStream(Stream stream);
/// Writes all of \a bytes, past the buffer of \a file. False when it failed: file.errorString() says why.
bool writeAll(QFile &file, const QByteArray &bytes);

} // namespace rollcall::cli
