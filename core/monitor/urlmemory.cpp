// SPDX-License-Identifier: MIT
#include "core/monitor/urlmemory.h"

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

QString timeText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFrom(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toUTC();
}

Health healthFrom(const QJsonValue &text, Health otherwise)
{
    return healthFromSlug(text.toString().toLatin1()).value_or(otherwise);
}

} // namespace

QJsonObject memoryToJson(const UrlMemory &memory)
{
    return {{"health"_L1, QString::fromLatin1(slug(memory.health))},
            {"since"_L1, timeText(memory.since)},
            {"told"_L1, QString::fromLatin1(slug(memory.told))},
            {"certificate_expires"_L1, timeText(memory.certificateExpires)},
            {"certificate_days"_L1, memory.certificateDays},
            {"target"_L1, QString::fromLatin1(memory.target)},
            {"body_sha256"_L1, QString::fromLatin1(memory.bodySha256)}};
}

UrlMemory memoryFromJson(const QByteArray &url, const QJsonObject &object)
{
    UrlMemory memory(url);
    memory.health = healthFrom(object.value("health"_L1), memory.health);
    memory.since = timeFrom(object.value("since"_L1));
    memory.told = healthFrom(object.value("told"_L1), memory.told);
    memory.certificateExpires = timeFrom(object.value("certificate_expires"_L1));
    memory.certificateDays = object.value("certificate_days"_L1).toInt();
    memory.target = object.value("target"_L1).toString().toLatin1();
    memory.bodySha256 = object.value("body_sha256"_L1).toString().toLatin1();
    return memory;
}

} // namespace rollcall
