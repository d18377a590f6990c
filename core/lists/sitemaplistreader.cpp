// SPDX-License-Identifier: MIT
#include "core/lists/sitemaplistreader.h"

#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/xmltokens.h"

namespace rollcall {

QString SitemapListReader::formatName() const
{
    return QStringLiteral("sitemap");
}

QStringList SitemapListReader::fileSuffixes() const
{
    return {QStringLiteral("xml")};
}

int SitemapListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    const QString root = xmlRootName(head);
    const bool sitemap = root == u"urlset" || root == u"sitemapindex";
    return sitemap ? recognised::surely : scoreOfName(fileName, fileSuffixes());
}

ImportResult SitemapListReader::read(QIODevice &device, const QString &sourceName) const
{
    XmlTokens xml(device, sourceName);
    ListBuilder list(formatName(), sourceName);
    while (const std::optional<bool> begins = xml.next()) {
        const bool isPlace =
            !*begins && xml.name() == u"loc" && (xml.parent() == u"url" || xml.parent() == u"sitemap");
        if (isPlace)
            list.addHttp(xml.line(), xml.text());
    }
    if (xml.error())
        list.fail(*xml.error());
    return list.result();
}

} // namespace rollcall
