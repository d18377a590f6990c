// SPDX-License-Identifier: MIT
// Writes how the URLs of a list have been doing as a report.
#pragma once

#include <QByteArrayList>
#include <QString>

#include <stop_token>

namespace rollcall {

/// Writes the status report of \a urls, the list \a name, to \a path, by a connection of its own to the file
/// of the history, \a historyPath: an existing file is replaced whole or not touched. Returns an English
/// sentence that names the file when it failed, else an empty string. Any thread; blocks for some
/// milliseconds a URL, or until \a stop asks it to
/// give up.
QString exportStatus(const QString &path, const QString &historyPath, const QByteArrayList &urls,
                     const QString &name, const std::stop_token &stop);

} // namespace rollcall
