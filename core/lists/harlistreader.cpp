// SPDX-License-Identifier: MIT
#include "core/lists/harlistreader.h"

#include "core/lists/jsonrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/url/entryjson.h"

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

void take(const QJsonValue &record, qint64 line, ListBuilder &list)
{
    const QJsonObject request = record.toObject().value("request"_L1).toObject();
    EntryDetails details;
    details.method = methodInJson(request.value("method"_L1));
    details.body = request.value("postData"_L1).toObject().value("text"_L1).toString().toUtf8();
    list.addHttp(line, request.value("url"_L1).toString(), std::move(details));
}

} // namespace

QString HarListReader::formatName() const
{
    return QStringLiteral("HAR");
}

QStringList HarListReader::fileSuffixes() const
{
    return {QStringLiteral("har")};
}

int HarListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    const QString text = headText(head);
    const bool archive = text.startsWith(u'{') && text.left(200).contains(u"\"log\"");
    return archive ? recognised::surely : scoreOfName(fileName, fileSuffixes());
}

ImportResult HarListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    RecordBuilder records({{u"log"_s, u"entries"_s, u"[]"_s}}, {u"request"_s},
                          [&list](const QJsonValue &record, qint64 line) { take(record, line, list); });
    readJson(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
