// SPDX-License-Identifier: MIT
#include "core/lists/jsonlistreader.h"

#include "core/lists/jsonentries.h"
#include "core/lists/jsonrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// Where lists usually are: [...], {"urls": [...]}, {"data": {"urls": [...]}}
QList<RecordPath> usualPlaces()
{
    return {{u"[]"_s}, {u"*"_s, u"[]"_s}, {u"*"_s, u"*"_s, u"[]"_s}};
}

} // namespace

QString JsonListReader::formatName() const
{
    return QStringLiteral("JSON");
}

QStringList JsonListReader::fileSuffixes() const
{
    return {QStringLiteral("json")};
}

int JsonListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    return looksLikeJson(headText(head)) ? recognised::byContent : scoreOfName(fileName, fileSuffixes());
}

ImportResult JsonListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    RecordBuilder records = jsonEntries(usualPlaces(), list);
    readJson(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
