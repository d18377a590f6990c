// SPDX-License-Identifier: MIT
#include "core/lists/jsonentries.h"

#include "core/url/entryjson.h"

#include <QJsonDocument>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// What urlInJson() and detailsInJson() look at.
QStringList knownMembers()
{
    return {u"url"_s,
            u"input"_s,
            u"href"_s,
            u"address"_s,
            u"link"_s,
            u"uri"_s,
            u"loc"_s,
            u"location"_s,
            u"target"_s,
            u"website"_s,
            u"site"_s,
            u"name"_s,
            u"title"_s,
            u"label"_s,
            u"friendly_name"_s,
            u"group"_s,
            u"folder"_s,
            u"tags"_s,
            u"note"_s,
            u"enabled"_s,
            u"method"_s,
            u"headers"_s,
            u"body"_s,
            u"statuses"_s,
            u"expected_status"_s,
            u"accepted_statuscodes"_s,
            u"expected_url"_s,
            u"redirect_status"_s,
            u"interval"_s,
            u"timeout"_s,
            u"status_code"_s};
}

// In a result of httpx, headers and body are those of the answer.
EntryDetails detailsOf(QJsonObject object)
{
    if (object.contains("status_code"_L1)) {
        object.remove("headers"_L1);
        object.remove("body"_L1);
    }
    return detailsInJson(object);
}

void takeEntry(const QJsonValue &record, qint64 line, ListBuilder &list)
{
    if (record.isString()) {
        const QString text = record.toString().trimmed();
        list.add(line, text, text);
        return;
    }
    const QJsonObject object = record.toObject();
    const QString url = urlInJson(object);
    if (url.isEmpty())
        list.reject(line, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)),
                    UrlProblem::NotAUrl);
    else
        list.add(line, url, url, detailsOf(object));
}

} // namespace

RecordBuilder jsonEntries(QList<RecordPath> places, ListBuilder &list)
{
    return {std::move(places), knownMembers(),
            [&list](const QJsonValue &record, qint64 line) { takeEntry(record, line, list); }};
}

} // namespace rollcall
