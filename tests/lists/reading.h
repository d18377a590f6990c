// SPDX-License-Identifier: MIT
// Helpers for the tests of readers: bytes in, list out.
#pragma once

#include "core/lists/listreader.h"

#include <QBuffer>
#include <QByteArray>

namespace rollcall {

/// Reads \a bytes with whatever format recognises them, as a file called \a name.
inline ImportResult readAs(const QString &name, QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readList(buffer, name);
}

inline ImportResult readBytes(const QByteArray &bytes)
{
    return readAs(QStringLiteral("a file"), bytes);
}

/// The name of the format that recognises \a bytes.
inline QString formatOf(const QByteArray &bytes, const QString &name = QStringLiteral("a file"))
{
    return readerFor(bytes.left(8192), name).formatName();
}

inline QByteArrayList urlsOf(const ImportResult &result)
{
    QByteArrayList urls;
    for (const UrlEntry &entry : result.list.entries)
        urls.append(entry.url);
    return urls;
}

inline QString messageOf(const ImportResult &result)
{
    return result.error ? englishMessage(*result.error) : QString();
}

} // namespace rollcall
