// SPDX-License-Identifier: MIT
#include "ui/openpages.h"

#include "core/url/normalizeurl.h"

#include <QDesktopServices>
#include <QList>
#include <QUrl>

#include <algorithm>

namespace rollcall {

qsizetype openPages(const QStringList &urls)
{
    QList<QUrl> pages;
    for (const QString &url : urls) {
        if (schemeOf(url.toUtf8()) != UrlScheme::Other)
            pages.append(QUrl(url));
    }
    const qsizetype count = std::min(maximumOpenedPages, pages.size());
    for (const QUrl &page : pages.first(count))
        QDesktopServices::openUrl(page);
    return pages.size() - count;
}

} // namespace rollcall
