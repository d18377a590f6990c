// SPDX-License-Identifier: MIT
#include "core/lists/harlistreader.h"

#include "core/lists/jsonrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/url/entryjson.h"

#include <QJsonArray>
#include <QSet>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// Fields that say nothing about the entry: those of the connection and of the cache, what a browser tells
// about itself and the page that it is on, and the secrets of whoever recorded the archive.
bool isOfTheBrowser(const QString &name)
{
    static const QSet<QString> names = {u"accept-encoding"_s,
                                        u"authorization"_s,
                                        u"cache-control"_s,
                                        u"connection"_s,
                                        u"content-length"_s,
                                        u"cookie"_s,
                                        u"dnt"_s,
                                        u"host"_s,
                                        u"if-modified-since"_s,
                                        u"if-none-match"_s,
                                        u"keep-alive"_s,
                                        u"origin"_s,
                                        u"pragma"_s,
                                        u"priority"_s,
                                        u"range"_s,
                                        u"referer"_s,
                                        u"te"_s,
                                        u"transfer-encoding"_s,
                                        u"upgrade-insecure-requests"_s,
                                        u"user-agent"_s};
    return name.startsWith(u':') || name.startsWith(u"sec-") || name.startsWith(u"proxy-") ||
           names.contains(name);
}

QList<HeaderField> headersOf(const QJsonObject &request)
{
    QJsonArray lines;
    const QJsonArray fields = request.value("headers"_L1).toArray();
    for (const auto &item : fields) {
        const QJsonObject field = item.toObject();
        const QString name = field.value("name"_L1).toString();
        if (!isOfTheBrowser(name.toLower()))
            lines.append(name + ": "_L1 + field.value("value"_L1).toString());
    }
    return headersInJson(lines);
}

void takeRequest(const QJsonValue &record, qint64 line, ListBuilder &list)
{
    const QJsonObject request = record.toObject().value("request"_L1).toObject();
    EntryDetails details;
    details.method = methodInJson(request.value("method"_L1));
    details.headers = headersOf(request);
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
    RecordBuilder records(
        {{u"log"_s, u"entries"_s, u"[]"_s}}, {u"request"_s},
        [&list](const QJsonValue &record, qint64 line) { takeRequest(record, line, list); });
    readJson(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
