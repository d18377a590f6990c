// SPDX-License-Identifier: MIT
#include "core/lists/listreader.h"

#include "core/lists/plainlistreader.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

// The first bytes of device, which stay to be read. A pipe may give them in small portions.
QByteArray readHead(QIODevice &device)
{
    constexpr qsizetype headSize = 8 * 1024;
    QByteArray head;
    device.startTransaction();
    while (head.size() < headSize) {
        const QByteArray portion = device.read(headSize - head.size());
        if (portion.isEmpty() && (device.atEnd() || !device.waitForReadyRead(-1)))
            break;
        head += portion;
    }
    device.rollbackTransaction();
    return head;
}

} // namespace

std::span<const ListReader *const> listReaders()
{
    static const PlainListReader plainText;
    static const std::array<const ListReader *, 1> readers = {&plainText};
    return readers;
}

ImportResult readListFile(const QString &path)
{
    if (QFileInfo(path).isDir())
        return ImportResult(ImportError(ImportFailure::CannotOpen, path, QStringLiteral("it is a folder")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ImportResult(ImportError(ImportFailure::CannotOpen, path, file.errorString()));
    return readList(file, path);
}

ImportResult readList(QIODevice &device, const QString &sourceName)
{
    const QByteArray head = readHead(device);
    const ListReader *best = nullptr;
    int bestScore = 0;
    for (const ListReader *reader : listReaders()) {
        const int score = reader->recognise(head, sourceName);
        if (score > bestScore) {
            best = reader;
            bestScore = score;
        }
    }
    Q_ASSERT(best); // plain text takes whatever no other format does
    return best->read(device, sourceName);
}

QString englishMessage(const ImportError &error)
{
    switch (error.failure) {
    case ImportFailure::CannotOpen:
        return QStringLiteral("Cannot open %1: %2.").arg(error.sourceName, error.detail);
    case ImportFailure::CannotRead:
        return QStringLiteral("Cannot read %1 to its end: %2.").arg(error.sourceName, error.detail);
    case ImportFailure::Binary:
        return QStringLiteral("Cannot import %1: it is not a text file, for %2.")
            .arg(error.sourceName, error.detail);
    case ImportFailure::UnknownEncoding:
        return QStringLiteral("Cannot import %1: from line %2 on, %3; save it as UTF-8.")
            .arg(error.sourceName, QString::number(error.line), error.detail);
    case ImportFailure::Empty:
        return QStringLiteral("Cannot import %1: it is empty, or holds nothing but comments.")
            .arg(error.sourceName);
    case ImportFailure::NoUrls:
        return QStringLiteral(
                   "Cannot import %1: no line of it is a URL; the first that should be one is line %2.")
            .arg(error.sourceName, QString::number(error.line));
    case ImportFailure::Malformed:
        return QStringLiteral("Cannot read %1 beyond line %2: %3.")
            .arg(error.sourceName, QString::number(error.line), error.detail);
    }
    Q_UNREACHABLE();
}

} // namespace rollcall
