// SPDX-License-Identifier: MIT
#include "core/lists/gziplistreader.h"

#include "core/lists/inflatedevice.h"
#include "core/lists/listhead.h"

namespace rollcall {

QString GzipListReader::formatName() const
{
    return QStringLiteral("gzip");
}

QStringList GzipListReader::fileSuffixes() const
{
    return {QStringLiteral("gz")};
}

int GzipListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    return head.startsWith("\x1f\x8b") ? recognised::surely : scoreOfName(fileName, fileSuffixes());
}

ImportResult GzipListReader::read(QIODevice &device, const QString &sourceName) const
{
    return readWith(device, sourceName, {});
}

ImportResult GzipListReader::readWith(QIODevice &device, const QString &sourceName,
                                      const ImportChoices &choices) const
{
    InflateDevice content(device);
    QString innerName = sourceName;
    if (innerName.endsWith(u".gz", Qt::CaseInsensitive))
        innerName.chop(3);
    const ListReader &reader = readerFor(peekHead(content), innerName, choices);
    if (reader.unpacks())
        return ImportResult(
            ImportError(ImportFailure::Malformed, sourceName, QStringLiteral("it is compressed twice"), 1));
    ImportResult result = reader.readWith(content, sourceName, choices);
    if (!content.failure().isEmpty())
        result.error = ImportError(ImportFailure::Malformed, sourceName, content.failure(), content.line());
    return result;
}

} // namespace rollcall
