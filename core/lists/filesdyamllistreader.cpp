// SPDX-License-Identifier: MIT
#include "core/lists/filesdyamllistreader.h"

#include "core/lists/filesdentries.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/yamlrecords.h"

namespace rollcall {

using namespace Qt::StringLiterals;

QString FileSdYamlListReader::formatName() const
{
    return QStringLiteral("Prometheus targets (YAML)");
}

QStringList FileSdYamlListReader::fileSuffixes() const
{
    return {}; // they are called .yml
}

int FileSdYamlListReader::recognise(const QByteArray &head, const QString & /*fileName*/) const
{
    const QString text = headText(head);
    return text.startsWith(u'-') && text.contains(u"targets:") ? recognised::byContent : recognised::no;
}

ImportResult FileSdYamlListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    RecordBuilder records({{u"[]"_s}}, {}, [&list](ValueView record, qint64 line) {
        ValueTree merged;
        addTargets(mergedRecord(record, merged), line, list);
    });
    readYaml(device, sourceName, records, list);
    return list.result();
}

} // namespace rollcall
