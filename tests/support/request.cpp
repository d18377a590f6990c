// SPDX-License-Identifier: MIT
#include "tests/support/request.h"

#include <QList>

namespace rollcall::test {

Request::Request(int onConnection, QByteArray rawHead) : connection(onConnection), raw(std::move(rawHead))
{
    const QList<QByteArray> words = raw.left(raw.indexOf("\r\n")).split(' ');
    method = words.value(0);
    target = words.value(1);
}

QByteArray Request::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

QByteArray Request::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = raw.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace rollcall::test
