// SPDX-License-Identifier: MIT
#include "core/lists/gatuslistreader.h"

#include "core/lists/gatusconditions.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/yamlrecords.h"
#include "core/url/entryjson.h"

#include <algorithm>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

QStringList conditionsOf(ValueView endpoint)
{
    QStringList conditions;
    for (const ValueView item : endpoint["conditions"_L1])
        conditions.append(item.text().toString());
    return conditions;
}

// Gatus wants a name even where there is none: the writer takes the URL, and a number where that is there
// twice.
bool isMadeUp(QStringView name, QStringView url)
{
    if (!name.startsWith(url))
        return false;
    const QStringView rest = name.sliced(url.size());
    return rest.isEmpty() || (rest.startsWith(u" (") && rest.endsWith(u')'));
}

void takeEndpoint(ValueView endpoint, qint64 line, ListBuilder &list)
{
    const QStringView url = endpoint["url"_L1].text();
    EntryDetails details = detailsInJson(endpoint);
    if (isMadeUp(details.name, url))
        details.name.clear();
    details.statuses = statusesOfConditions(conditionsOf(endpoint));
    details.timeLimit = durationInJson(endpoint["client"_L1]["timeout"_L1]);
    const ValueView labels = endpoint["extra-labels"_L1];
    details.tags = labels["tags"_L1].text().toString().split(u',', Qt::SkipEmptyParts);
    details.target = targetInJson(labels);
    list.addHttp(line, url, details);
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
                          [&list](ValueView record, qint64 line) {
                              ValueTree merged;
                              takeEndpoint(mergedRecord(record, merged), line, list);
                          });
    readYaml(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
