// SPDX-License-Identifier: MIT
#include "ui/mimesources.h"

#include <QCoreApplication>
#include <QMimeData>
#include <QUrl>

namespace rollcall {

namespace {

class MimeSources
{
    Q_DECLARE_TR_FUNCTIONS(MimeSources)
};

} // namespace

ImportSource pastedText(const QString &text)
{
    return ImportSource::pasted(text, MimeSources::tr("The text"));
}

QList<ImportSource> sourcesIn(const QMimeData *mime)
{
    QList<ImportSource> sources;
    if (!mime)
        return sources;
    QStringList links;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            sources.append(ImportSource::file(url.toLocalFile()));
        else
            links.append(url.toString(QUrl::FullyEncoded));
    }
    // Beside files and links, the text is the same once more.
    const bool isText = sources.isEmpty() && links.isEmpty();
    const QString text = isText ? mime->text() : links.join(QLatin1Char('\n'));
    if (!text.trimmed().isEmpty())
        sources.append(pastedText(text));
    return sources;
}

} // namespace rollcall
