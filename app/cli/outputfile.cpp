// SPDX-License-Identifier: MIT
#include "app/cli/outputfile.h"

#include "app/cli/terminal.h"

#include <QFileInfo>

#include <memory>

namespace rollcall::cli {

namespace {

QString cannotWrite(const QString &path, const QString &reason)
{
    return QStringLiteral("Cannot write %1: %2.").arg(path, reason);
}

QString writeStandardOutput(const WriteTo &write)
{
    const std::unique_ptr<QFile> file = openStream(Stream::Output);
    const QString failure = write(*file);
    if ((failure.isEmpty() && file->flush()) || outputReaderIsGone())
        return {};
    return cannotWrite(QStringLiteral("to standard output"),
                       failure.isEmpty() ? file->errorString() : failure);
}

QString writeDevice(const QString &path, const WriteTo &write)
{
    QFile device(path);
    if (!device.open(QIODevice::WriteOnly))
        return cannotWrite(path, device.errorString());
    const QString failure = write(device);
    if (failure.isEmpty() && device.flush())
        return {};
    return cannotWrite(path, failure.isEmpty() ? device.errorString() : failure);
}

} // namespace

QString writeOutput(const QString &path, const WriteTo &write)
{
    if (path.isEmpty() || path == u"-")
        return writeStandardOutput(write);
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return writeDevice(path, write);
    return saveFile(path, write);
}

bool isSameFile(const QString &path, const QString &other)
{
    const QFileInfo file(path);
    const QFileInfo otherFile(other);
    return file.absoluteFilePath() == otherFile.absoluteFilePath() || (file.isFile() && file == otherFile);
}

} // namespace rollcall::cli
