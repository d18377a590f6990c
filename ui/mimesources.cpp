// SPDX-License-Identifier: MIT
#include "ui/mimesources.h"

#include <QCoreApplication>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace rollcall {

namespace {

class MimeSources
{
    Q_DECLARE_TR_FUNCTIONS(MimeSources)
};

/// Whether each line of \a text is a whole URL: the text says it all.
bool isListOfUrls(const QString &text)
{
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return !lines.isEmpty() && std::ranges::all_of(lines, [](const QString &line) {
        const QString trimmed = line.trimmed();
        return trimmed.isEmpty() || trimmed.startsWith(QLatin1String("http://")) ||
               trimmed.startsWith(QLatin1String("https://"));
    });
}

/// The text, or the page that it was copied from where the links are in its markup alone. A browser gives a
/// piece of the page; the frame around it tells readers what it is.
QString textIn(const QMimeData &mime)
{
    const bool hasLinks = mime.hasHtml() && mime.html().contains(QLatin1String("href="), Qt::CaseInsensitive);
    return hasLinks && !isListOfUrls(mime.text()) ? QStringLiteral("<html>%1</html>").arg(mime.html())
                                                  : mime.text();
}

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
    const QString text = isText ? textIn(*mime) : links.join(QLatin1Char('\n'));
    if (!text.trimmed().isEmpty())
        sources.append(pastedText(text));
    return sources;
}

} // namespace rollcall
