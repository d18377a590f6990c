// SPDX-License-Identifier: MIT
#include "core/url/entryjson.h"

#include "core/url/durations.h"
#include "core/url/httptoken.h"

#include <QJsonArray>

#include <array>
#include <initializer_list>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// The value under the first of names that is there.
QJsonValue firstOf(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        QJsonValue value = object.value(name);
        if (!value.isUndefined() && !value.isNull())
            return value;
    }
    return {};
}

QStringList tagsInJson(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().split(u',', Qt::SkipEmptyParts);
    QStringList tags;
    const QJsonArray items = value.toArray();
    for (const auto &item : items) {
        const QString tag = item.isObject() ? item.toObject().value("name"_L1).toString() : item.toString();
        if (!tag.isEmpty())
            tags.append(tag);
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

QString urlInJson(const QJsonObject &object)
{
    return firstOf(object, {"url"_L1, "input"_L1, "href"_L1, "address"_L1, "link"_L1, "uri"_L1, "loc"_L1,
                            "location"_L1, "target"_L1, "website"_L1, "site"_L1})
        .toString()
        .trimmed();
}

EntryDetails detailsInJson(const QJsonObject &object)
{
    EntryDetails details;
    if (object.size() == 1) // the URL alone: most entries of most lists
        return details;
    details.name = firstOf(object, {"name"_L1, "title"_L1, "label"_L1, "friendly_name"_L1}).toString();
    details.group = firstOf(object, {"group"_L1, "folder"_L1}).toString();
    details.tags = tagsInJson(object.value("tags"_L1));
    details.note = object.value("note"_L1).toString();
    details.isDisabled = !object.value("enabled"_L1).toBool(true);
    details.method = methodInJson(object.value("method"_L1));
    details.headers = headersInJson(object.value("headers"_L1));
    details.body = object.value("body"_L1).toString().toUtf8();
    details.statuses =
        statusesInJson(firstOf(object, {"statuses"_L1, "expected_status"_L1, "accepted_statuscodes"_L1}));
    details.target = targetInJson(object);
    details.interval = durationInJson(object.value("interval"_L1));
    details.timeLimit = durationInJson(object.value("timeout"_L1));
    return details;
}

std::optional<RedirectTarget> targetInJson(const QJsonObject &object)
{
    const QString url = object.value("expected_url"_L1).toString().trimmed();
    if (url.isEmpty())
        return std::nullopt;
    return RedirectTarget(url.toUtf8(), object.value("redirect_status"_L1).toVariant().toInt());
}

QList<HeaderField> headersInJson(const QJsonValue &value)
{
    QList<HeaderField> headers;
    if (value.isUndefined())
        return headers;
    const auto take = [&headers](const QByteArray &name, const QByteArray &text) {
        if (isHttpToken(name) && isFieldValue(text))
            headers.append({name, text});
    };
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field)
        take(field.key().toUtf8(), field.value().toVariant().toString().toUtf8().trimmed());
    const QJsonArray lines = value.toArray();
    for (const auto &line : lines) {
        const QByteArray text = line.toString().toUtf8();
        const qsizetype colon = text.indexOf(':');
        if (colon > 0)
            take(text.first(colon).trimmed(), text.sliced(colon + 1).trimmed());
    }
    return headers;
}

StatusRanges statusesInJson(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    QStringList texts;
    const QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const auto &item : items)
        texts.append(item.toVariant().toString());
    return statusRangesFromText(texts.join(u',')).value_or(StatusRanges());
}

std::optional<std::chrono::milliseconds> durationInJson(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    return durationFromText(value.toVariant().toString());
}

QByteArray methodInJson(const QJsonValue &value)
{
    if (!value.isString())
        return {};
    return methodInText(value.toString());
}

QByteArray methodInText(QStringView text)
{
    if (text.isEmpty() || text == u"GET") // most of most lists
        return {};
    const QByteArray method = text.trimmed().toUtf8().toUpper();
    return method == "GET" || !isHttpToken(method) ? QByteArray() : method;
}

} // namespace rollcall
