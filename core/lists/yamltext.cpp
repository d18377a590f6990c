// SPDX-License-Identifier: MIT
#include "core/lists/yamltext.h"

namespace rollcall {

namespace {

// What YAML lets no stream contain, and what some readers take for a line end or a byte order mark.
bool isSpecial(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x20 || (code >= 0x7f && code <= 0xa0) || code == 0x2028 || code == 0x2029 ||
           code == 0xfeff || code == 0xfffe || code == 0xffff;
}

} // namespace

QByteArray yamlQuoted(const QString &text)
{
    QString quoted(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted.append(u'\\').append(c);
        else if (c == u'\n')
            quoted.append(QStringLiteral("\\n"));
        else if (isSpecial(c))
            quoted.append(QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0')));
        else
            quoted.append(c);
    }
    return quoted.append(u'"').toUtf8();
}

} // namespace rollcall
