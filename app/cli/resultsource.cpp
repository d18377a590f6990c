// SPDX-License-Identifier: MIT
#include "app/cli/resultsource.h"

#include "app/cli/terminal.h"

#include <QFileInfo>

namespace rollcall::cli {

ResultSource::ResultSource(const QString &path)
{
    const bool isStandardInput = path == u"-";
    name = isStandardInput ? QStringLiteral("standard input") : path;
    file = isStandardInput ? openStream(Stream::Input) : std::make_unique<QFile>(path);
    if (!file->isOpen() && !file->open(QIODevice::ReadOnly))
        problem = QStringLiteral("Cannot open \"%1\": %2.").arg(name, file->errorString());
}

bool ResultSource::isFile(const QString &path) const
{
    return QFileInfo(*file).isFile() && QFileInfo(*file) == QFileInfo(path);
}

} // namespace rollcall::cli
