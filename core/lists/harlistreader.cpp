// SPDX-License-Identifier: MIT
#include "core/lists/harlistreader.h"

#include "core/lists/jsonrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/url/entryjson.h"

#include <algorithm>
#include <array>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// Fields that say nothing about the entry: those of the connection and of the cache, what a browser tells
// about itself and the page that it is on, and the secrets of whoever recorded the archive.
bool isOfTheBrowser(QStringView name)
{
    static const auto fields = std::to_array<QStringView>({u"accept-encoding",
                                                           u"authorization",
                                                           u"cache-control",
                                                           u"connection",
                                                           u"content-length",
                                                           u"cookie",
                                                           u"dnt",
                                                           u"host",
                                                           u"if-modified-since",
                                                           u"if-none-match",
                                                           u"keep-alive",
                                                           u"origin",
                                                           u"pragma",
                                                           u"priority",
                                                           u"range",
                                                           u"referer",
                                                           u"te",
                                                           u"transfer-encoding",
                                                           u"upgrade-insecure-requests",
                                                           u"user-agent"});
    static const auto beginnings = std::to_array<QStringView>({u":", u"sec-", u"proxy-"});
    const auto is = [name](QStringView field) { return name.compare(field, Qt::CaseInsensitive) == 0; };
    const auto begins = [name](QStringView text) { return name.startsWith(text, Qt::CaseInsensitive); };
    return std::ranges::any_of(beginnings, begins) || std::ranges::any_of(fields, is);
}

QList<HeaderField> headersOf(ValueView request)
{
    QList<HeaderField> headers;
    for (const ValueView field : request["headers"_L1]) {
        const QStringView name = field["name"_L1].text();
        if (isOfTheBrowser(name))
            continue;
        if (std::optional<HeaderField> header = headerInText(name, field["value"_L1].text()))
            headers.append(*std::move(header));
    }
    return headers;
}

void takeRequest(ValueView record, qint64 line, ListBuilder &list)
{
    const ValueView request = record["request"_L1];
    EntryDetails details;
    details.method = methodInText(request["method"_L1].text());
    details.headers = headersOf(request);
    details.body = request["postData"_L1]["text"_L1].text().toUtf8();
    list.addHttp(line, request["url"_L1].text(), details);
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
                          [&list](ValueView record, qint64 line) { takeRequest(record, line, list); });
    readJson(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
