// SPDX-License-Identifier: MIT
#include "core/lists/sitemaplistwriter.h"

#include <QXmlStreamWriter>

namespace rollcall {

QString SitemapListWriter::id() const
{
    return QStringLiteral("sitemap");
}

QString SitemapListWriter::summary() const
{
    return QStringLiteral("a sitemap (sitemaps.org)");
}

bool SitemapListWriter::write(const UrlList &list, QIODevice &device, const QString & /*fileName*/) const
{
    QXmlStreamWriter xml(&device);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("urlset"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.sitemaps.org/schemas/sitemap/0.9"));
    for (const UrlEntry &entry : list) {
        xml.writeStartElement(QStringLiteral("url"));
        xml.writeTextElement(QStringLiteral("loc"), QString::fromLatin1(entry.url));
        xml.writeEndElement();
        if (xml.hasError())
            return false;
    }
    xml.writeEndDocument();
    return !xml.hasError();
}

} // namespace rollcall
