// SPDX-License-Identifier: MIT
#include "core/lists/plainlistwriter.h"

namespace rollcall {

QString PlainListWriter::id() const
{
    return QStringLiteral("plain");
}

QString PlainListWriter::summary() const
{
    return QStringLiteral("one URL a line");
}

bool PlainListWriter::takes(const UrlEntry & /*entry*/) const
{
    return true;
}

bool PlainListWriter::write(const UrlList &list, QIODevice &device, const QString & /*fileName*/) const
{
    for (const UrlEntry &entry : list) {
        if (!writeBytes(device, entry.url + '\n'))
            return false;
    }
    return true;
}

} // namespace rollcall
