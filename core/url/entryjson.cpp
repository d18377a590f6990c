// SPDX-License-Identifier: MIT
#include "core/url/entryjson.h"

#include "core/url/durations.h"
#include "core/url/httptoken.h"

#include <QJsonArray>

#include <initializer_list>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// The value under the first of names that is there.
ValueView firstOf(ValueView object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const ValueView value = object[name];
        if (!value.isNothing())
            return value;
    }
    return {};
}

QStringList tagsInJson(ValueView value)
{
    if (value.isText())
        return value.text().toString().split(u',', Qt::SkipEmptyParts);
    QStringList tags;
    for (const ValueView item : value) {
        const QStringView tag = (item.isObject() ? item["name"_L1] : item).text();
        if (!tag.isEmpty())
            tags.append(tag.toString());
    }
    return tags;
}

double seconds(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

void insertText(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

} // namespace

QJsonObject entryToJson(const UrlEntry &entry)
{
    const EntryDetails &details = entry.details();
    QJsonObject object;
    object.insert("url"_L1, QString::fromUtf8(entry.url));
    insertText(object, "name"_L1, details.name);
    insertText(object, "group"_L1, details.group);
    if (!details.tags.isEmpty())
        object.insert("tags"_L1, QJsonArray::fromStringList(details.tags));
    insertText(object, "note"_L1, details.note);
    if (details.isDisabled)
        object.insert("enabled"_L1, false);
    insertText(object, "method"_L1, QString::fromLatin1(details.method));
    QJsonArray headers;
    for (const HeaderField &field : details.headers)
        headers.append(QString::fromUtf8(field.first + ": " + field.second));
    if (!headers.isEmpty())
        object.insert("headers"_L1, headers);
    insertText(object, "body"_L1, QString::fromUtf8(details.body));
    insertText(object, "statuses"_L1, statusText(details.statuses));
    if (details.target)
        object.insert("expected_url"_L1, QString::fromUtf8(details.target->url));
    if (details.target && details.target->status != 0)
        object.insert("redirect_status"_L1, details.target->status);
    if (details.interval)
        object.insert("interval"_L1, seconds(*details.interval));
    if (details.timeLimit)
        object.insert("timeout"_L1, seconds(*details.timeLimit));
    return object;
}

QStringView urlInJson(ValueView object)
{
    return firstOf(object, {"url"_L1, "input"_L1, "href"_L1, "address"_L1, "link"_L1, "uri"_L1, "loc"_L1,
                            "location"_L1, "target"_L1, "website"_L1, "site"_L1})
        .text()
        .trimmed();
}

EntryDetails detailsInJson(ValueView object)
{
    EntryDetails details;
    if (object.size() == 1) // the URL alone: most entries of most lists
        return details;
    details.name = firstOf(object, {"name"_L1, "title"_L1, "label"_L1, "friendly_name"_L1}).text().toString();
    details.group = firstOf(object, {"group"_L1, "folder"_L1}).text().toString();
    details.tags = tagsInJson(object["tags"_L1]);
    details.note = object["note"_L1].text().toString();
    details.isDisabled = isFalse(object["enabled"_L1]);
    details.method = methodInText(object["method"_L1].text());
    details.headers = headersInJson(object["headers"_L1]);
    details.body = object["body"_L1].text().toUtf8();
    details.statuses =
        statusesInJson(firstOf(object, {"statuses"_L1, "expected_status"_L1, "accepted_statuscodes"_L1}));
    details.target = targetInJson(object);
    details.interval = durationInJson(object["interval"_L1]);
    details.timeLimit = durationInJson(object["timeout"_L1]);
    return details;
}

bool isFalse(ValueView value)
{
    const QStringView notation = value.notation();
    return notation.compare(u"false", Qt::CaseInsensitive) == 0 || notation == u"0";
}

std::optional<RedirectTarget> targetInJson(ValueView object)
{
    const QStringView url = object["expected_url"_L1].text().trimmed();
    if (url.isEmpty())
        return std::nullopt;
    return RedirectTarget(url.toUtf8(), object["redirect_status"_L1].notation().toInt());
}

QList<HeaderField> headersInJson(ValueView value)
{
    QList<HeaderField> headers;
    const auto take = [&headers](QStringView name, QStringView text) {
        if (std::optional<HeaderField> field = headerInText(name, text))
            headers.append(*std::move(field));
    };
    if (value.isObject()) {
        for (const ValueView field : value)
            take(field.key(), field.notation());
        return headers;
    }
    for (const ValueView line : value) {
        const qsizetype colon = line.text().indexOf(u':');
        if (colon > 0)
            take(line.text().first(colon).trimmed(), line.text().sliced(colon + 1));
    }
    return headers;
}

std::optional<HeaderField> headerInText(QStringView name, QStringView value)
{
    HeaderField field(name.toUtf8(), value.trimmed().toUtf8());
    if (!isHttpToken(field.first) || !isFieldValue(field.second))
        return std::nullopt;
    return field;
}

StatusRanges statusesInJson(ValueView value)
{
    QString text;
    if (!value.isArray())
        text = value.notation().toString();
    for (const ValueView item : value)
        text.append(item.notation()).append(u',');
    return statusRangesFromText(text).value_or(StatusRanges());
}

std::optional<std::chrono::milliseconds> durationInJson(ValueView value)
{
    return durationFromText(value.notation());
}

QByteArray methodInText(QStringView text)
{
    if (text.isEmpty() || text == u"GET") // most of most lists
        return {};
    const QByteArray method = text.trimmed().toUtf8().toUpper();
    return method == "GET" || !isHttpToken(method) ? QByteArray() : method;
}

} // namespace rollcall
