// SPDX-License-Identifier: MIT
#include "core/lists/kumalistreader.h"

#include "core/lists/jsonrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/url/entryjson.h"

#include <QJsonDocument>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

// Groups are monitors, too; a path name tells those that a monitor is in: "Shop / Checkout / Card".
QString groupOf(const QJsonObject &monitor)
{
    const QString path = monitor.value("pathName"_L1).toString();
    const QString ending = u" / "_s + monitor.value("name"_L1).toString();
    return path.endsWith(ending) ? path.chopped(ending.size()) : QString();
}

bool isOverHttp(const QString &type)
{
    return type.isEmpty() || type == u"http" || type == u"keyword" || type == u"json-query";
}

void takeMonitor(const QJsonObject &monitor, qint64 line, ListBuilder &list)
{
    const QString type = monitor.value("type"_L1).toString();
    if (type == u"group")
        return;
    if (!isOverHttp(type)) {
        list.reject(line, monitor.value("name"_L1).toString(), UrlProblem::NotHttp);
        return;
    }
    EntryDetails details = detailsInJson(monitor);
    details.group = groupOf(monitor);
    const QByteArray headers = monitor.value("headers"_L1).toString().toUtf8(); // JSON within JSON
    if (!headers.isEmpty())
        details.headers = headersInJson(QJsonDocument::fromJson(headers).object());
    list.addHttp(line, monitor.value("url"_L1).toString(), std::move(details));
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
    RecordBuilder records({{u"monitorList"_s, u"[]"_s}}, {}, [&list](const QJsonValue &record, qint64 line) {
        takeMonitor(record.toObject(), line, list);
    });
    readJson(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
