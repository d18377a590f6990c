// SPDX-License-Identifier: MIT
#include "core/lists/gatuslistwriter.h"

#include "core/lists/gatusconditions.h"
#include "core/lists/yamltext.h"
#include "core/url/durations.h"

#include <QSet>

#include <utility>

namespace rollcall {

namespace {

using Names = QSet<std::pair<QString, QString>>; // group and name

QString uniqueName(const UrlEntry &entry, Names &taken)
{
    const EntryDetails &details = entry.details();
    const QString wanted = details.name.isEmpty() ? QString::fromLatin1(entry.url) : details.name;
    QString name = wanted;
    for (int number = 2; taken.contains({details.group, name}); ++number)
        name = QStringLiteral("%1 (%2)").arg(wanted).arg(number);
    taken.insert({details.group, name});
    return name;
}

void appendMember(QByteArray &yaml, const char *key, const QString &value)
{
    if (!value.isEmpty())
        yaml.append("    ").append(key).append(": ").append(yamlQuoted(value)).append('\n');
}

void appendHeaders(QByteArray &yaml, const QList<HeaderField> &headers)
{
    if (!headers.isEmpty())
        yaml += "    headers:\n";
    for (const HeaderField &field : headers)
        yaml += "      " + yamlQuoted(QString::fromUtf8(field.first)) + ": " +
                yamlQuoted(QString::fromUtf8(field.second)) + '\n';
}

// What Gatus does not check itself.
void appendLabels(QByteArray &yaml, const EntryDetails &details)
{
    if (!details.tags.isEmpty() || details.target)
        yaml += "    extra-labels:\n";
    if (!details.tags.isEmpty())
        yaml += "      tags: " + yamlQuoted(details.tags.join(u',')) + '\n';
    if (details.target)
        yaml += "      expected_url: " + yamlQuoted(QString::fromLatin1(details.target->url)) + '\n';
    if (details.target && details.target->status != 0)
        yaml += "      redirect_status: " + yamlQuoted(QString::number(details.target->status)) + '\n';
}

QByteArray endpoint(const UrlEntry &entry, Names &names)
{
    const EntryDetails &details = entry.details();
    QByteArray yaml = "  - name: " + yamlQuoted(uniqueName(entry, names)) + '\n';
    if (details.isDisabled)
        yaml += "    enabled: false\n";
    appendMember(yaml, "group", details.group);
    appendMember(yaml, "url", QString::fromLatin1(entry.url));
    appendMember(yaml, "method", QString::fromLatin1(details.method));
    appendHeaders(yaml, details.headers);
    appendMember(yaml, "body", QString::fromUtf8(details.body));
    if (details.interval)
        appendMember(yaml, "interval", durationText(*details.interval));
    if (details.timeLimit)
        yaml += "    client:\n      timeout: " + durationText(*details.timeLimit).toLatin1() + '\n';
    appendLabels(yaml, details);
    yaml += "    conditions:\n";
    for (const QString &condition : conditionsOfStatuses(details.statuses))
        yaml += "      - " + yamlQuoted(condition) + '\n';
    return yaml;
}

} // namespace

QString GatusListWriter::id() const
{
    return QStringLiteral("gatus");
}

QString GatusListWriter::summary() const
{
    return QStringLiteral("a configuration of Gatus");
}

bool GatusListWriter::write(const UrlList &list, QIODevice &device, const QString & /*fileName*/) const
{
    Names names;
    if (!writeBytes(device, list.isEmpty() ? "endpoints: []\n" : "endpoints:\n"))
        return false;
    for (const UrlEntry &entry : list) {
        if (!writeBytes(device, endpoint(entry, names)))
            return false;
    }
    return true;
}

} // namespace rollcall
