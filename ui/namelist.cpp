// SPDX-License-Identifier: MIT
#include "ui/namelist.h"

namespace rollcall {

namespace {

constexpr QChar quote = u'"';

/// What stands before the next comma that is not quoted, which is passed over.
QString takeName(const QString &text, qsizetype &at)
{
    QString name;
    bool isQuoted = false;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == quote && isQuoted && at + 1 < text.size() && text[at + 1] == quote)
            name += text[++at];
        else if (c == quote && (isQuoted || name.trimmed().isEmpty()))
            isQuoted = !isQuoted;
        else if (c == u',' && !isQuoted)
            break;
        else
            name += c;
    }
    ++at;
    return name.simplified();
}

QString quoted(QString name)
{
    return quote + name.replace(quote, QStringLiteral("\"\"")) + quote;
}

} // namespace

QStringList namesFromText(const QString &text)
{
    QStringList names;
    for (qsizetype at = 0; at < text.size();) {
        const QString name = takeName(text, at);
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

QString namesText(const QStringList &names)
{
    QStringList parts;
    for (const QString &name : names)
        parts.append(name.contains(u',') || name.startsWith(quote) ? quoted(name) : name);
    return parts.join(QStringLiteral(", "));
}

} // namespace rollcall
