// SPDX-License-Identifier: MIT
#include "core/reports/sitemapwriter.h"

#include "core/reports/reporttext.h"

#include <QIODevice>

namespace rollcall {

namespace {

/// What the end of the file may take.
constexpr qint64 endBytes = 200;

bool isListed(const CheckResult &result)
{
    const bool passed = result.outcome == Outcome::Ok || result.outcome == Outcome::Warning;
    return passed && (result.url.startsWith("http://") || result.url.startsWith("https://"));
}

bool isTooLong(const CheckResult &result)
{
    return result.url.size() > SitemapWriter::maximumUrlLength;
}

QByteArray elementOf(const CheckResult &result)
{
    QByteArray text = "  <url><loc>";
    appendMarkup(text, validUtf8(result.url));
    return text + "</loc></url>\n";
}

} // namespace

SitemapWriter::SitemapWriter(QIODevice &device, const ReportOptions & /*options*/) : m_device(device) {}

bool SitemapWriter::begin()
{
    return put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
}

bool SitemapWriter::write(const CheckResult &result)
{
    if (!isListed(result))
        return true;
    if (isTooLong(result)) {
        ++m_tooLong;
        return true;
    }
    ++m_urls;
    return put(elementOf(result));
}

bool SitemapWriter::end()
{
    const QByteArray comment =
        m_tooLong == 0
            ? QByteArray()
            : "  <!-- left out, because they have 2048 characters or more: " + QByteArray::number(m_tooLong) +
                  " -->\n";
    return put(comment + "</urlset>\n");
}

bool SitemapWriter::isFullFor(const CheckResult &next) const
{
    if (!isListed(next) || isTooLong(next))
        return false;
    return m_urls == maximumUrls || m_bytes + elementOf(next).size() + endBytes > maximumBytes;
}

bool SitemapWriter::put(const QByteArray &text)
{
    m_bytes += text.size();
    return m_device.write(text) == text.size();
}

} // namespace rollcall
