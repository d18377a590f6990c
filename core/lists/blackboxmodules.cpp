// SPDX-License-Identifier: MIT
#include "core/lists/blackboxmodules.h"

#include "core/lists/yamltext.h"
#include "core/url/durations.h"

#include <QStringList>

#include <vector>

namespace rollcall {

namespace {

// The exporter has one value for each name: several are joined (RFC 9110, section 5.3).
std::vector<HeaderField> joinedHeaders(const QList<HeaderField> &headers)
{
    std::vector<HeaderField> joined;
    for (const HeaderField &field : headers) {
        const auto same = std::find_if(joined.begin(), joined.end(), [&field](const HeaderField &other) {
            return other.first.compare(field.first, Qt::CaseInsensitive) == 0;
        });
        if (same == joined.end())
            joined.push_back(field);
        else
            same->second += ", " + field.second;
    }
    return joined;
}

QByteArray statusList(const StatusRanges &statuses)
{
    QStringList codes;
    for (const StatusRange &range : statuses) {
        for (int code = range.first; code <= range.last; ++code)
            codes.append(QString::number(code));
    }
    return '[' + codes.join(QStringLiteral(", ")).toLatin1() + ']';
}

// What is configured for an entry: the body of its module.
QByteArray moduleBody(const EntryDetails &details)
{
    QByteArray yaml = "    prober: http\n";
    if (details.timeLimit)
        yaml += "    timeout: " + durationText(*details.timeLimit).toLatin1() + '\n';
    yaml +=
        "    http:\n      follow_redirects: true\n      method: " +
        yamlQuoted(details.method.isEmpty() ? QStringLiteral("GET") : QString::fromLatin1(details.method)) +
        '\n';
    if (!details.headers.isEmpty())
        yaml += "      headers:\n";
    for (const HeaderField &field : joinedHeaders(details.headers))
        yaml += "        " + yamlQuoted(QString::fromUtf8(field.first)) + ": " +
                yamlQuoted(QString::fromUtf8(field.second)) + '\n';
    if (!details.body.isEmpty())
        yaml += "      body: " + yamlQuoted(QString::fromUtf8(details.body)) + '\n';
    if (!details.statuses.isEmpty())
        yaml += "      valid_status_codes: " + statusList(details.statuses) + '\n';
    return yaml;
}

} // namespace

BlackboxModules::BlackboxModules(const UrlList &list)
{
    const QByteArray plain = moduleBody({});
    m_names.insert(plain, QStringLiteral("http_get"));
    m_order.append(plain);
    for (const UrlEntry &entry : list) {
        const QByteArray body = moduleBody(entry.details());
        if (m_names.contains(body))
            continue;
        m_order.append(body);
        m_names.insert(body, QStringLiteral("http_%1").arg(m_order.size()));
    }
}

QString BlackboxModules::moduleOf(const UrlEntry &entry) const
{
    return m_names.value(moduleBody(entry.details()));
}

QByteArray BlackboxModules::configuration() const
{
    QByteArray yaml = "modules:\n";
    for (const QByteArray &body : m_order)
        yaml += "  " + m_names.value(body).toLatin1() + ":\n" + body;
    return yaml;
}

} // namespace rollcall
