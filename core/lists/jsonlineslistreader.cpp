// SPDX-License-Identifier: MIT
#include "core/lists/jsonlineslistreader.h"

#include "core/lists/jsonentries.h"
#include "core/lists/jsonrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"

#include <algorithm>

namespace rollcall {

QString JsonLinesListReader::formatName() const
{
    return QStringLiteral("JSON lines");
}

QStringList JsonLinesListReader::fileSuffixes() const
{
    return {QStringLiteral("jsonl"), QStringLiteral("ndjson")};
}

int JsonLinesListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    const int byContent = looksLikeJsonLines(headText(head)) ? recognised::byContent + 1 : recognised::no;
    const int byName = scoreOfName(fileName, fileSuffixes());
    return byName > 0 && looksLikeJson(headText(head)) ? recognised::byContent + 1
                                                       : std::max(byContent, byName);
}

ImportResult JsonLinesListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    RecordBuilder records = jsonEntries({RecordPath()}, list);
    readJsonLines(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
