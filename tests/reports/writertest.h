// SPDX-License-Identifier: MIT
// What the tests of the writers share: a report as text, and texts that are out to break it.
#pragma once

#include "core/reports/resultwriter.h"

#include <QBuffer>
#include <QList>
#include <QString>

namespace rollcall::test {

/// The whole report of \a results by a Writer.
template <class Writer>
QByteArray reportOf(const QList<CheckResult> &results, const ReportOptions &options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Writer writer(buffer, options);
    bool written = writer.begin();
    for (const CheckResult &result : results)
        written = written && writer.write(result);
    return written && writer.end() ? buffer.data() : QByteArray("the writer failed");
}

/// Texts with what means something in the formats, in scripts that run either way, and with what is no text.
inline QStringList hostileTexts()
{
    return {
        QStringLiteral("<script>alert(1)</script>"),
        QStringLiteral("\"><img src=x onerror=alert(1)>"),
        QStringLiteral("' onmouseover='alert(1)"),
        QStringLiteral("]]> --> &lt; &"),
        QStringLiteral("| `a` *b* _c_ [d](e) # \\"),
        QStringLiteral("two\r\nlines\nand\u2028more"),
        QStringLiteral("=1+1"),
        QStringLiteral("\u202eשלום"),
        QStringLiteral("Zürich 東京 🛰"),
        QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b\x1b[31m\uffff")),
    };
}

} // namespace rollcall::test
