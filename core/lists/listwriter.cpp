// SPDX-License-Identifier: MIT
#include "core/lists/listwriter.h"

#include "core/lists/gatuslistwriter.h"
#include "core/lists/jsonlineslistwriter.h"
#include "core/lists/plainlistwriter.h"
#include "core/lists/prometheuslistwriter.h"
#include "core/lists/sitemaplistwriter.h"
#include "core/url/normalizeurl.h"

#include <QIODevice>

#include <algorithm>
#include <array>

namespace rollcall {

bool ListWriter::takes(const UrlEntry &entry) const
{
    return schemeOf(entry.url) != UrlScheme::Other;
}

std::span<const ListWriter *const> listWriters()
{
    static const PlainListWriter plain;
    static const JsonLinesListWriter jsonLines;
    static const SitemapListWriter sitemap;
    static const GatusListWriter gatus;
    static const PrometheusListWriter prometheus;
    static const auto writers =
        std::to_array<const ListWriter *>({&plain, &jsonLines, &sitemap, &gatus, &prometheus});
    return writers;
}

const ListWriter *listWriter(const QString &id)
{
    const auto writers = listWriters();
    const auto found = std::ranges::find(writers, id, [](const ListWriter *writer) { return writer->id(); });
    return found == writers.end() ? nullptr : *found;
}

bool writeBytes(QIODevice &device, const QByteArray &bytes)
{
    return device.write(bytes) == bytes.size();
}

} // namespace rollcall
