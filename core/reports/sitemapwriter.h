// SPDX-License-Identifier: MIT
// Writes the URLs that passed as a sitemap (https://www.sitemaps.org/protocol.html).
#pragma once

#include "core/reports/resultwriter.h"

namespace rollcall {

/// The sitemap of the http and https URLs that passed, as they are in the list. One file holds at most 50,000
/// URLs and 50 MiB. A URL of 2,048 characters or more has no place in a sitemap; a comment at the end says
/// how many there were.
class SitemapWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns sitemaps.
    SitemapWriter(QIODevice &device, const ReportOptions &options);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;
    bool isFullFor(const CheckResult &next) const override;

    static constexpr qint64 maximumUrls = 50'000;
    static constexpr qint64 maximumBytes = 50 * 1024 * 1024;
    static constexpr qsizetype maximumUrlLength = 2'047;

private:
    bool put(const QByteArray &text);

    QIODevice &m_device;
    qint64 m_urls = 0;
    qint64 m_bytes = 0;
    qint64 m_tooLong = 0;
};

} // namespace rollcall
