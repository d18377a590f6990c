// SPDX-License-Identifier: MIT
#include "core/monitor/alert.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>
#include <array>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

struct AlertSlug {
    AlertKind kind;
    const char *slug;
};

constexpr std::array slugs = {
    AlertSlug{AlertKind::Down, "down"},
    AlertSlug{AlertKind::Up, "up"},
    AlertSlug{AlertKind::Degraded, "degraded"},
    AlertSlug{AlertKind::Certificate, "certificate"},
    AlertSlug{AlertKind::ContentChanged, "content-changed"},
    AlertSlug{AlertKind::RedirectChanged, "redirect-changed"},
    AlertSlug{AlertKind::FlappingBegins, "flapping"},
    AlertSlug{AlertKind::FlappingEnds, "steady"},
    AlertSlug{AlertKind::OutageBegins, "local-outage"},
    AlertSlug{AlertKind::OutageEnds, "local-outage-over"},
    AlertSlug{AlertKind::Test, "test"},
};

constexpr auto allKinds = [] {
    std::array<AlertKind, slugs.size()> all{};
    std::transform(slugs.begin(), slugs.end(), all.begin(), [](const AlertSlug &each) { return each.kind; });
    return all;
}();

QString timeText(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeFrom(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toUTC();
}

QString reasonText(const Reason &reason)
{
    if (reason.kind == ErrorKind::None)
        return {};
    const QString sentence = QString::fromUtf8(errorKindInfo(reason.kind).sentence);
    return reason.detail.isEmpty() ? sentence : u"%1 (%2)"_s.arg(sentence, reason.detail);
}

void insertText(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

} // namespace

const char *slug(AlertKind kind)
{
    return std::find_if(slugs.begin(), slugs.end(),
                        [kind](const AlertSlug &each) { return each.kind == kind; })
        ->slug;
}

std::optional<AlertKind> alertKindFromSlug(QByteArrayView slug)
{
    const auto *found =
        std::find_if(slugs.begin(), slugs.end(), [slug](const AlertSlug &each) { return slug == each.slug; });
    if (found == slugs.end())
        return std::nullopt;
    return found->kind;
}

std::span<const AlertKind> alertKinds()
{
    return allKinds;
}

Alert::Alert(AlertKind alertKind, QDateTime when)
    : kind(alertKind),
      id(QUuid::createUuid().toByteArray(QUuid::WithoutBraces)),
      at(std::move(when))
{
}

QString subjectOf(const Alert &alert)
{
    return alert.name.isEmpty() ? alert.url : alert.name;
}

QString alertTitle(const Alert &alert)
{
    const QString subject = subjectOf(alert);
    switch (alert.kind) {
    case AlertKind::Down:
        return u"%1 is down"_s.arg(subject);
    case AlertKind::Up:
        return u"%1 is up again"_s.arg(subject);
    case AlertKind::Degraded:
        return u"%1 answers, but not well"_s.arg(subject);
    case AlertKind::Certificate:
        return u"The certificate of %1 ends soon"_s.arg(subject);
    case AlertKind::ContentChanged:
        return u"The content of %1 has changed"_s.arg(subject);
    case AlertKind::RedirectChanged:
        return u"%1 leads elsewhere"_s.arg(subject);
    case AlertKind::FlappingBegins:
        return u"%1 keeps going up and down"_s.arg(subject);
    case AlertKind::FlappingEnds:
        return u"%1 is steady again"_s.arg(subject);
    case AlertKind::OutageBegins:
        return u"There is no network here"_s;
    case AlertKind::OutageEnds:
        return u"The network is back"_s;
    case AlertKind::Test:
        return u"This is a test"_s;
    }
    return {};
}

QString alertText(const Alert &alert)
{
    QStringList lines;
    if (!alert.name.isEmpty() && !alert.url.isEmpty())
        lines.append(alert.url);
    for (const QString &each : {reasonText(alert.reason), alert.detail}) {
        if (!each.isEmpty())
            lines.append(each);
    }
    if (alert.certificateDays)
        lines.append(u"Whole days left: %1"_s.arg(*alert.certificateDays));
    if (alert.since.isValid())
        lines.append(u"Since %1"_s.arg(alert.since.toUTC().toString(Qt::ISODate)));
    return lines.join(u'\n');
}

QJsonObject alertToJson(const Alert &alert)
{
    QJsonObject object;
    object.insert("id"_L1, QString::fromLatin1(alert.id));
    object.insert("event"_L1, QString::fromLatin1(slug(alert.kind)));
    object.insert("at"_L1, timeText(alert.at));
    if (alert.since.isValid())
        object.insert("since"_L1, timeText(alert.since));
    insertText(object, "url"_L1, alert.url);
    insertText(object, "name"_L1, alert.name);
    insertText(object, "list"_L1, alert.list);
    if (!alert.tags.isEmpty())
        object.insert("tags"_L1, QJsonArray::fromStringList(alert.tags));
    if (alert.previous != Health::Unknown)
        object.insert("previous"_L1, QString::fromLatin1(slug(alert.previous)));
    if (alert.reason.kind != ErrorKind::None) {
        object.insert("error"_L1, QString::fromLatin1(errorKindInfo(alert.reason.kind).slug));
        object.insert("message"_L1, reasonText(alert.reason));
        insertText(object, "error_detail"_L1, alert.reason.detail);
    }
    if (alert.status != 0)
        object.insert("status"_L1, alert.status);
    if (alert.certificateDays)
        object.insert("days"_L1, *alert.certificateDays);
    insertText(object, "detail"_L1, alert.detail);
    return object;
}

Alert alertFromJson(const QJsonObject &object)
{
    Alert alert;
    alert.id = object.value("id"_L1).toString().toLatin1();
    alert.kind = alertKindFromSlug(object.value("event"_L1).toString().toLatin1()).value_or(AlertKind::Test);
    alert.at = timeFrom(object.value("at"_L1));
    alert.since = timeFrom(object.value("since"_L1));
    alert.url = object.value("url"_L1).toString();
    alert.name = object.value("name"_L1).toString();
    alert.list = object.value("list"_L1).toString();
    const QJsonArray tags = object.value("tags"_L1).toArray();
    for (const auto &tag : tags)
        alert.tags.append(tag.toString());
    alert.previous =
        healthFromSlug(object.value("previous"_L1).toString().toLatin1()).value_or(Health::Unknown);
    const QByteArray error = object.value("error"_L1).toString().toLatin1();
    alert.reason = Reason(errorKindFromSlug(error).value_or(ErrorKind::None),
                          object.value("error_detail"_L1).toString());
    alert.status = object.value("status"_L1).toInt();
    if (object.contains("days"_L1))
        alert.certificateDays = object.value("days"_L1).toInt();
    alert.detail = object.value("detail"_L1).toString();
    return alert;
}

} // namespace rollcall
