// SPDX-License-Identifier: MIT
#include "core/lists/filesdentries.h"

#include "core/url/entryjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView entryLabel("__rollcall_entry");

EntryDetails detailsOf(const QJsonObject &labels)
{
    const QString entry = labels.value(entryLabel).toString();
    if (!entry.isEmpty())
        return detailsInJson(QJsonDocument::fromJson(entry.toUtf8()).object());
    EntryDetails details;
    details.name = labels.value("name"_L1).toString();
    details.group = labels.value("group"_L1).toString();
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        const bool known = label.key() == u"name" || label.key() == u"group" || label.key().startsWith(u"__");
        if (!known)
            details.tags.append(label.key() + u'=' + label.value().toString());
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

void addTargets(const QJsonObject &group, qint64 line, ListBuilder &list)
{
    const QJsonObject labels = group.value("labels"_L1).toObject();
    const EntryDetails details = detailsOf(labels);
    const QString scheme = labels.value("__scheme__"_L1).toString();
    const QJsonArray targets = group.value("targets"_L1).toArray();
    for (const auto &target : targets) {
        QString url = target.toString().trimmed();
        if (!scheme.isEmpty() && !url.contains(u"://"))
            url.prepend(scheme + "://"_L1);
        list.add(line, url, url, details);
    }
}

} // namespace rollcall
