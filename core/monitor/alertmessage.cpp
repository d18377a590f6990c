// SPDX-License-Identifier: MIT
#include "core/monitor/alertmessage.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array factsOfOne = {"url"_L1,     "name"_L1,   "list"_L1,     "tags"_L1,
                                   "at"_L1,      "since"_L1,  "previous"_L1, "error"_L1,
                                   "message"_L1, "status"_L1, "days"_L1,     "detail"_L1};

} // namespace

QString AlertMessage::title() const
{
    if (alerts.size() == 1)
        return alertTitle(alerts.front());
    QStringList parts;
    for (const AlertKind kind : alertKinds()) {
        const auto count = std::count_if(alerts.begin(), alerts.end(),
                                         [kind](const Alert &each) { return each.kind == kind; });
        if (count > 0)
            parts.append(u"%1 %2"_s.arg(count).arg(QLatin1String(slug(kind))));
    }
    return parts.join(u", "_s);
}

QString AlertMessage::text() const
{
    if (alerts.size() == 1)
        return alertText(alerts.front());
    constexpr qsizetype shown = 20;
    QStringList lines;
    for (const Alert &alert : alerts.first(std::min(shown, alerts.size())))
        lines.append(alertTitle(alert));
    if (alerts.size() > shown)
        lines.append(u"... and %1 more"_s.arg(alerts.size() - shown));
    return lines.join(u'\n');
}

QList<AlertFact> factsOf(const AlertMessage &message)
{
    const bool isSingle = message.alerts.size() == 1;
    const QJsonObject first = alertToJson(message.alerts.front());
    QList<AlertFact> facts = {
        {"id"_L1, QString::fromLatin1(message.id())},
        {"event"_L1, isSingle ? first.value("event"_L1) : QJsonValue(u"summary"_s)},
        {"count"_L1, message.alerts.size()},
        {"title"_L1, message.title()},
        {"text"_L1, message.text()},
    };
    for (const QLatin1StringView name : factsOfOne) {
        QJsonValue value = QJsonValue::Null;
        if (isSingle && name == "tags"_L1)
            value = message.alerts.front().tags.join(u',');
        else if (isSingle && first.contains(name))
            value = first.value(name);
        facts.append({name, value});
    }
    return facts;
}

QJsonObject messageToJson(const AlertMessage &message)
{
    QJsonObject object;
    const QList<AlertFact> facts = factsOf(message);
    for (const AlertFact &fact : facts)
        object.insert(fact.first, fact.second);
    QJsonArray events;
    for (const Alert &alert : message.alerts)
        events.append(alertToJson(alert));
    object.insert("events"_L1, events);
    return object;
}

} // namespace rollcall
