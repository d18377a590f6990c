// SPDX-License-Identifier: MIT
#include "core/lists/filesdlistreader.h"

#include "core/lists/filesdentries.h"
#include "core/lists/jsonrecords.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"

namespace rollcall {

using namespace Qt::StringLiterals;

QString FileSdListReader::formatName() const
{
    return QStringLiteral("Prometheus targets");
}

QStringList FileSdListReader::fileSuffixes() const
{
    return {}; // they are called .json
}

int FileSdListReader::recognise(const QByteArray &head, const QString & /*fileName*/) const
{
    const QString text = headText(head);
    return text.startsWith(u'[') && text.contains(u"\"targets\"") ? recognised::surely : recognised::no;
}

ImportResult FileSdListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    RecordBuilder records({{u"[]"_s}}, {},
                          [&list](ValueView record, qint64 line) { addTargets(record, line, list); });
    readJson(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
