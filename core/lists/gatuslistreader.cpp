// SPDX-License-Identifier: MIT
#include "core/lists/gatuslistreader.h"

#include "core/lists/gatusconditions.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/yamlrecords.h"
#include "core/url/entryjson.h"

#include <QJsonArray>

#include <algorithm>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

QStringList conditionsOf(const QJsonObject &endpoint)
{
    QStringList conditions;
    const QJsonArray items = endpoint.value("conditions"_L1).toArray();
    for (const auto &item : items)
        conditions.append(item.toString());
    return conditions;
}

// Gatus wants a name even where there is none: the writer takes the URL, and a number where that is there
// twice.
bool isMadeUp(const QString &name, const QString &url)
{
    return name == url || (name.startsWith(url + " ("_L1) && name.endsWith(u')'));
}

void takeEndpoint(const QJsonObject &endpoint, qint64 line, ListBuilder &list)
{
    const QString url = endpoint.value("url"_L1).toString();
    EntryDetails details = detailsInJson(endpoint);
    if (isMadeUp(details.name, url))
        details.name.clear();
    details.statuses = statusesOfConditions(conditionsOf(endpoint));
    const QJsonObject client = endpoint.value("client"_L1).toObject();
    details.timeLimit = durationInJson(client.value("timeout"_L1));
    const QJsonObject labels = endpoint.value("extra-labels"_L1).toObject();
    details.tags = labels.value("tags"_L1).toString().split(u',', Qt::SkipEmptyParts);
    details.target = targetInJson(labels);
    list.addHttp(line, url, std::move(details));
}

} // namespace

QString GatusListReader::formatName() const
{
    return QStringLiteral("Gatus");
}

QStringList GatusListReader::fileSuffixes() const
{
    return {u"yaml"_s, u"yml"_s};
}

int GatusListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    const QString text = headText(head);
    const QList<QStringView> lines = QStringView(text).split(u'\n');
    const bool endpoints = std::any_of(lines.begin(), lines.end(), [](QStringView line) {
        return line.startsWith(u"endpoints:") || line.startsWith(u"services:");
    });
    return endpoints ? recognised::byContent : scoreOfName(fileName, fileSuffixes());
}

ImportResult GatusListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    RecordBuilder records({{u"endpoints"_s, u"[]"_s}, {u"services"_s, u"[]"_s}}, {},
                          [&list](const QJsonValue &record, qint64 line) {
                              takeEndpoint(mergedRecord(record.toObject()), line, list);
                          });
    readYaml(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
