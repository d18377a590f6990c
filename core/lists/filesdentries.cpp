// SPDX-License-Identifier: MIT
#include "core/lists/filesdentries.h"

#include "core/url/entryjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView entryLabel("__rollcall_entry");

EntryDetails detailsOf(ValueView labels)
{
    const QByteArray entry = labels[entryLabel].text().toUtf8();
    if (!entry.isEmpty())
        return detailsInJson(ValueTree(QJsonDocument::fromJson(entry).object()).root());
    EntryDetails details;
    details.name = labels["name"_L1].text().toString();
    details.group = labels["group"_L1].text().toString();
    for (const ValueView label : labels) {
        const QStringView name = label.key();
        if (name != u"name" && name != u"group" && !name.startsWith(u"__"))
            details.tags.append(name.toString().append(u'=').append(label.text()));
    }
    return details;
}

} // namespace

QJsonObject targetGroup(const UrlEntry &entry, const QString &module)
{
    const EntryDetails &details = entry.details();
    QJsonObject labels{{"__param_module"_L1, module}};
    if (!details.name.isEmpty())
        labels.insert("name"_L1, details.name);
    if (!details.group.isEmpty())
        labels.insert("group"_L1, details.group);
    QJsonObject said = entryToJson(entry);
    said.remove("url"_L1);
    if (!said.isEmpty())
        labels.insert(entryLabel, QString::fromUtf8(QJsonDocument(said).toJson(QJsonDocument::Compact)));
    return {{"targets"_L1, QJsonArray{QString::fromUtf8(entry.url)}}, {"labels"_L1, labels}};
}

void addTargets(ValueView group, qint64 line, ListBuilder &list)
{
    const ValueView labels = group["labels"_L1];
    const EntryDetails details = detailsOf(labels);
    const QStringView scheme = labels["__scheme__"_L1].text();
    for (const ValueView target : group["targets"_L1]) {
        const QStringView url = target.text().trimmed();
        if (scheme.isEmpty() || url.contains(u"://"))
            list.add(line, url, url, details);
        else
            list.add(line, url, scheme.toString().append("://"_L1).append(url), details);
    }
}

} // namespace rollcall
