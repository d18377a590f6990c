// SPDX-License-Identifier: MIT
#include "core/lists/kumalistreader.h"

#include "core/lists/jsonrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/url/entryjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// Groups are monitors, too; a path name tells those that a monitor is in: "Shop / Checkout / Card".
QString groupOf(ValueView monitor)
{
    constexpr QStringView separator = u" / ";
    const QStringView path = monitor["pathName"_L1].text();
    const QStringView name = monitor["name"_L1].text();
    const bool isInGroup = path.endsWith(name) && path.chopped(name.size()).endsWith(separator);
    return isInGroup ? path.chopped(name.size() + separator.size()).toString() : QString();
}

bool isOverHttp(QStringView type)
{
    return type.isEmpty() || type == u"http" || type == u"keyword" || type == u"json-query";
}

void takeMonitor(ValueView monitor, qint64 line, ListBuilder &list)
{
    const QStringView type = monitor["type"_L1].text();
    if (type == u"group")
        return;
    if (!isOverHttp(type)) {
        list.reject(line, monitor["name"_L1].text(), UrlProblem::NotHttp);
        return;
    }
    EntryDetails details = detailsInJson(monitor);
    details.group = groupOf(monitor);
    details.isDisabled = isFalse(monitor["active"_L1]);
    const QByteArray headers = monitor["headers"_L1].text().toUtf8(); // JSON within JSON
    if (!headers.isEmpty())
        details.headers = headersInJson(ValueTree(QJsonDocument::fromJson(headers).object()).root());
    list.addHttp(line, monitor["url"_L1].text(), details);
}

} // namespace

QString KumaListReader::formatName() const
{
    return QStringLiteral("Uptime Kuma");
}

QStringList KumaListReader::fileSuffixes() const
{
    return {};
}

int KumaListReader::recognise(const QByteArray &head, const QString & /*fileName*/) const
{
    const QString text = headText(head);
    const bool backup = text.startsWith(u'{') &&
                        (text.contains(u"\"monitorList\"") || text.contains(u"\"notificationList\""));
    return backup ? recognised::surely : recognised::no;
}

ImportResult KumaListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    RecordBuilder records({{u"monitorList"_s, u"[]"_s}}, {},
                          [&list](ValueView record, qint64 line) { takeMonitor(record, line, list); });
    readJson(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
