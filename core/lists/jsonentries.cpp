// SPDX-License-Identifier: MIT
#include "core/lists/jsonentries.h"

#include "core/url/entryjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// What a person sees of an entry without a URL.
QString textOf(ValueView record)
{
    return QString::fromUtf8(QJsonDocument(record.toJson().toObject()).toJson(QJsonDocument::Compact));
}

// In a result of httpx, headers and body are those of the answer.
EntryDetails detailsOf(ValueView object)
{
    EntryDetails details = detailsInJson(object);
    if (!object["status_code"_L1].isUndefined()) {
        details.headers.clear();
        details.body.clear();
    }
    return details;
}

void takeEntry(ValueView record, qint64 line, ListBuilder &list)
{
    const QStringView url = record.isText() ? record.text().trimmed() : urlInJson(record);
    if (record.isText())
        list.add(line, url, url);
    else if (url.isEmpty())
        list.reject(line, textOf(record), UrlProblem::NotAUrl);
    else
        list.add(line, url, url, detailsOf(record));
}

} // namespace

RecordBuilder jsonEntries(QList<RecordPath> places, ListBuilder &list)
{
    return {std::move(places), {}, [&list](ValueView record, qint64 line) { takeEntry(record, line, list); }};
}

} // namespace rollcall
