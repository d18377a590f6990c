// SPDX-License-Identifier: MIT
#include "core/lists/jsonlineslistwriter.h"

#include "core/url/entryjson.h"

#include <QJsonDocument>

namespace rollcall {

QString JsonLinesListWriter::id() const
{
    return QStringLiteral("jsonl");
}

QString JsonLinesListWriter::summary() const
{
    return QStringLiteral("one JSON object a line, with all that is known of a URL");
}

bool JsonLinesListWriter::takes(const UrlEntry & /*entry*/) const
{
    return true;
}

bool JsonLinesListWriter::write(const UrlList &list, QIODevice &device, const QString & /*fileName*/) const
{
    for (const UrlEntry &entry : list) {
        if (!writeBytes(device, QJsonDocument(entryToJson(entry)).toJson(QJsonDocument::Compact) + '\n'))
            return false;
    }
    return true;
}

} // namespace rollcall
