// SPDX-License-Identifier: MIT
#include "core/check/settingsjson.h"

#include "core/check/ruletext.h"
#include "core/url/entryjson.h"

#include <QJsonArray>

#include <array>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

using std::chrono::milliseconds;

// One overload pair a type of field. What is of another type than it should be changes nothing.
QJsonValue toJson(bool value)
{
    return value;
}

void fromJson(const QJsonValue &json, bool &value)
{
    value = json.toBool(value);
}

QJsonValue toJson(int value)
{
    return value;
}

void fromJson(const QJsonValue &json, int &value)
{
    value = json.toInt(value);
}

QJsonValue toJson(qint64 value)
{
    return value;
}

void fromJson(const QJsonValue &json, qint64 &value)
{
    value = json.toInteger(value);
}

QJsonValue toJson(double value)
{
    return value;
}

void fromJson(const QJsonValue &json, double &value)
{
    value = json.toDouble(value);
}

QJsonValue toJson(milliseconds value)
{
    return double(value.count()) / 1000;
}

void fromJson(const QJsonValue &json, milliseconds &value)
{
    constexpr double longest = 1e9; // far above every range, and what a double of milliseconds can hold
    const double seconds = json.toDouble(-1);
    if (seconds >= 0 && seconds <= longest)
        value = std::chrono::round<milliseconds>(std::chrono::duration<double>(seconds));
}

QJsonValue toJson(const QString &value)
{
    return value;
}

void fromJson(const QJsonValue &json, QString &value)
{
    value = json.toString(value);
}

QJsonValue toJson(const QByteArray &value)
{
    return QString::fromUtf8(value);
}

void fromJson(const QJsonValue &json, QByteArray &value)
{
    value = json.toString(QString::fromUtf8(value)).toUtf8();
}

template <class T>
QJsonValue toJson(const std::optional<T> &value)
{
    return value ? toJson(*value) : QJsonValue();
}

template <class T>
void fromJson(const QJsonValue &json, std::optional<T> &value)
{
    if (json.isNull())
        value.reset();
    else
        fromJson(json, value.emplace(T()));
}

QJsonValue toJson(HttpMethod value)
{
    return QString::fromLatin1(verbOf(value));
}

void fromJson(const QJsonValue &json, HttpMethod &value)
{
    value = methodFromVerb(json.toString().toLatin1()).value_or(value);
}

QJsonValue toJson(EngineKind value)
{
    return value == EngineKind::Qt ? u"qt"_s : u"exact"_s;
}

// A list may come from a build with an engine that this one lacks.
void fromJson(const QJsonValue &json, EngineKind &value)
{
    const EngineKind wanted = json.toString() == "qt"_L1 ? EngineKind::Qt : EngineKind::Exact;
    if (isAvailable(wanted))
        value = wanted;
}

QJsonValue toJson(IpVersion value)
{
    switch (value) {
    case IpVersion::Any:
        return u"any"_s;
    case IpVersion::V4:
        return u"4"_s;
    case IpVersion::V6:
        return u"6"_s;
    }
    Q_UNREACHABLE();
}

void fromJson(const QJsonValue &json, IpVersion &value)
{
    for (const IpVersion version : {IpVersion::Any, IpVersion::V4, IpVersion::V6}) {
        if (json == toJson(version))
            value = version;
    }
}

QJsonValue toJson(const ProxySetting &value)
{
    switch (value.kind) {
    case ProxySetting::Kind::Desktop:
        return u"desktop"_s;
    case ProxySetting::Kind::None:
        return u"none"_s;
    case ProxySetting::Kind::Server:
        return value.server.toString(QUrl::FullyEncoded);
    }
    Q_UNREACHABLE();
}

void fromJson(const QJsonValue &json, ProxySetting &value)
{
    value = ProxySetting::fromText(json.toString()).value_or(value);
}

QJsonValue toJson(const QList<HeaderField> &value)
{
    QJsonArray lines;
    for (const HeaderField &field : value)
        lines.append(QString::fromUtf8(field.first + ": " + field.second));
    return lines;
}

void fromJson(const QJsonValue &json, QList<HeaderField> &value)
{
    value = headersInJson(ValueTree(json).root());
}

QJsonValue toJson(const QList<HostOverride> &value)
{
    QJsonArray texts;
    for (const HostOverride &each : value)
        texts.append(each.first + u'=' + each.second.toString());
    return texts;
}

void fromJson(const QJsonValue &json, QList<HostOverride> &value)
{
    const QJsonArray texts = json.toArray();
    for (const auto &text : texts) {
        const QString host = text.toString().section(u'=', 0, 0);
        const QHostAddress address(text.toString().section(u'=', 1));
        if (!host.isEmpty() && !address.isNull())
            value.append({host, address});
    }
}

QJsonValue toJson(const Rules &value)
{
    return QJsonArray::fromStringList(ruleTexts(value));
}

void fromJson(const QJsonValue &json, Rules &value)
{
    const QJsonArray texts = json.toArray();
    for (const auto &text : texts)
        setRuleFromText(value, text.toString());
}

QJsonValue toJson(const QList<PatternRules> &value)
{
    QJsonArray patterns;
    for (const PatternRules &each : value)
        patterns.append(QJsonObject{{"pattern"_L1, toJson(each.pattern)}, {"rules"_L1, toJson(each.rules)}});
    return patterns;
}

void fromJson(const QJsonValue &json, QList<PatternRules> &value)
{
    const QJsonArray patterns = json.toArray();
    for (const auto &each : patterns) {
        PatternRules &pattern = value.emplace_back();
        fromJson(each.toObject().value("pattern"_L1), pattern.pattern);
        fromJson(each.toObject().value("rules"_L1), pattern.rules);
    }
}

struct Field {
    QLatin1StringView name;
    QJsonValue (*write)(const CheckSettings &);
    void (*read)(const QJsonValue &, CheckSettings &);
};

// A field of the settings, the one that \a Access refers to.
template <class Access>
constexpr Field field(QLatin1StringView name, Access)
{
    return {name, [](const CheckSettings &settings) { return toJson(Access()(settings)); },
            [](const QJsonValue &json, CheckSettings &settings) { fromJson(json, Access()(settings)); }};
}

constexpr std::array fields = {
    field(
        "concurrency"_L1, [](auto &s) -> auto & { return s.limits.concurrency; }),
    field(
        "perHost"_L1, [](auto &s) -> auto & { return s.limits.perHost; }),
    field(
        "rate"_L1, [](auto &s) -> auto & { return s.limits.rate; }),
    field(
        "ratePerHost"_L1, [](auto &s) -> auto & { return s.limits.ratePerHost; }),
    field(
        "timeout"_L1, [](auto &s) -> auto & { return s.timeout; }),
    field(
        "connectTimeout"_L1, [](auto &s) -> auto & { return s.connectTimeout; }),
    field(
        "firstByteTimeout"_L1, [](auto &s) -> auto & { return s.firstByteTimeout; }),
    field(
        "idleTimeout"_L1, [](auto &s) -> auto & { return s.idleTimeout; }),
    field(
        "method"_L1, [](auto &s) -> auto & { return s.method; }),
    field(
        "maxRedirects"_L1, [](auto &s) -> auto & { return s.maxRedirects; }),
    field(
        "maxBodyBytes"_L1, [](auto &s) -> auto & { return s.maxBodyBytes; }),
    field(
        "retries"_L1, [](auto &s) -> auto & { return s.retries; }),
    field(
        "headers"_L1, [](auto &s) -> auto & { return s.headers; }),
    field(
        "userAgent"_L1, [](auto &s) -> auto & { return s.userAgent; }),
    field(
        "body"_L1, [](auto &s) -> auto & { return s.body; }),
    field(
        "allowDowngrade"_L1, [](auto &s) -> auto & { return s.allowDowngrade; }),
    field(
        "engine"_L1, [](auto &s) -> auto & { return s.transport.engine; }),
    field(
        "verifyTls"_L1, [](auto &s) -> auto & { return s.transport.verifyTls; }),
    field(
        "allowHttp2"_L1, [](auto &s) -> auto & { return s.transport.allowHttp2; }),
    field(
        "caFile"_L1, [](auto &s) -> auto & { return s.transport.caFile; }),
    field(
        "clientCertificateFile"_L1, [](auto &s) -> auto & { return s.transport.clientCertificateFile; }),
    field(
        "clientKeyFile"_L1, [](auto &s) -> auto & { return s.transport.clientKeyFile; }),
    field(
        "proxy"_L1, [](auto &s) -> auto & { return s.transport.proxy; }),
    field(
        "ipVersion"_L1, [](auto &s) -> auto & { return s.transport.ipVersion; }),
    field(
        "hostOverrides"_L1, [](auto &s) -> auto & { return s.transport.hostOverrides; }),
    field(
        "firstPause"_L1, [](auto &s) -> auto & { return s.politeness.firstPause; }),
    field(
        "longestPause"_L1, [](auto &s) -> auto & { return s.politeness.longestPause; }),
    field(
        "giveUpAfter"_L1, [](auto &s) -> auto & { return s.politeness.giveUpAfter; }),
    field(
        "secondRound"_L1, [](auto &s) -> auto & { return s.politeness.secondRound; }),
    field(
        "rules"_L1, [](auto &s) -> auto & { return s.rules.general; }),
    field(
        "contentChange"_L1, [](auto &s) -> auto & { return s.rules.general.contentChange; }),
    field(
        "sizeChangePercent"_L1, [](auto &s) -> auto & { return s.rules.general.sizeChangePercent; }),
    field(
        "patterns"_L1, [](auto &s) -> auto & { return s.rules.patterns; }),
};

} // namespace

QJsonObject settingsToJson(const CheckSettings &settings)
{
    const CheckSettings usual;
    QJsonObject object;
    for (const Field &each : fields) {
        const QJsonValue value = each.write(settings);
        if (value != each.write(usual))
            object.insert(each.name, value);
    }
    return object;
}

CheckSettings settingsFromJson(const QJsonObject &object)
{
    CheckSettings settings;
    for (const Field &each : fields) {
        const QJsonValue value = object.value(each.name);
        if (value.isUndefined())
            continue;
        CheckSettings changed = settings;
        each.read(value, changed);
        if (!validate(changed))
            settings = std::move(changed);
    }
    return settings;
}

} // namespace rollcall
