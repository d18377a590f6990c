// SPDX-License-Identifier: MIT
// The target format "sitemap".
#pragma once

#include "core/lists/listwriter.h"

namespace rollcall {

/// A sitemap (sitemaps.org) in one file, whatever its length: search engines take 50,000 URLs of it.
class SitemapListWriter final : public ListWriter
{
public:
    QString id() const override;
    QString summary() const override;
    bool write(const UrlList &list, QIODevice &device, const QString &fileName) const override;
};

} // namespace rollcall
