// SPDX-License-Identifier: MIT
// The import format "sitemap".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// Sitemaps and sitemap indexes (sitemaps.org). The sitemaps that an index names are entries of the list like
/// any pages: nothing is fetched while importing. A reference to a local file is a rejected line.
class SitemapListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
