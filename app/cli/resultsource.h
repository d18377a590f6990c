// SPDX-License-Identifier: MIT
// A file of kept results, or standard input, as a sub-command is told to read it.
#pragma once

#include <QFile>
#include <QString>

#include <memory>

namespace rollcall::cli {

/// An open source of results, or why there is none.
struct ResultSource {
    /// Opens the file \a path; "-" is standard input.
    explicit ResultSource(const QString &path);

    QString name; ///< for messages
    std::unique_ptr<QFile> file;
    QString problem; ///< an English sentence when it could not be opened

    /// Whether the source is the regular file \a path.
    bool isFile(const QString &path) const;
};

} // namespace rollcall::cli
