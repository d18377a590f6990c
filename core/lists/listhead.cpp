// SPDX-License-Identifier: MIT
#include "core/lists/listhead.h"

#include "core/lists/textdecoder.h"

#include <QFileInfo>
#include <QIODevice>

#include <algorithm>

namespace rollcall {

QByteArray peekHead(QIODevice &device)
{
    constexpr qsizetype headSize = 8 * 1024;
    QByteArray head;
    device.startTransaction(); // a pipe may give them in small portions, which peek() would not wait for
    while (head.size() < headSize) {
        const QByteArray portion = device.read(headSize - head.size());
        if (portion.isEmpty() && (device.atEnd() || !device.waitForReadyRead(-1)))
            break;
        head += portion;
    }
    device.rollbackTransaction();
    return head;
}

QString headText(const QByteArray &head)
{
    QString text;
    TextDecoder decoder;
    if (decoder.decode(head, text) || decoder.finish(text))
        return {};
    const auto start = std::find_if_not(
        text.cbegin(), text.cend(), [](QChar c) { return c.isSpace() || c == QChar(QChar::ByteOrderMark); });
    return text.mid(start - text.cbegin());
}

int scoreOfName(const QString &fileName, const QStringList &suffixes)
{
    const bool known = suffixes.contains(QFileInfo(fileName).suffix(), Qt::CaseInsensitive);
    return known ? recognised::byName : recognised::no;
}

} // namespace rollcall
