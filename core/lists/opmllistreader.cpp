// SPDX-License-Identifier: MIT
#include "core/lists/opmllistreader.h"

#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/xmltokens.h"

#include <array>

namespace rollcall {

namespace {

QStringView firstAttribute(const XmlTokens &xml, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        const QStringView value = xml.attribute(name).trimmed();
        if (!value.isEmpty())
            return value;
    }
    return {};
}

QStringList categories(const XmlTokens &xml)
{
    QStringList tags;
    for (const QStringView category : xml.attribute(u"category").split(u',', Qt::SkipEmptyParts))
        tags.append(category.trimmed().toString());
    return tags;
}

} // namespace

QString OpmlListReader::formatName() const
{
    return QStringLiteral("OPML");
}

QStringList OpmlListReader::fileSuffixes() const
{
    return {QStringLiteral("opml")};
}

int OpmlListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    return xmlRootName(head) == u"opml" ? recognised::surely : scoreOfName(fileName, fileSuffixes());
}

ImportResult OpmlListReader::read(QIODevice &device, const QString &sourceName) const
{
    XmlTokens xml(device, sourceName);
    ListBuilder list(formatName(), sourceName);
    QStringList titles; // of the outlines that are open
    while (const std::optional<bool> begins = xml.next()) {
        if (xml.name() != u"outline")
            continue;
        if (!*begins) {
            titles.removeLast();
            continue;
        }
        const QString title = firstAttribute(xml, {u"title", u"text"}).toString();
        const QStringView url = firstAttribute(xml, {u"xmlUrl", u"url", u"htmlUrl"});
        if (!url.isEmpty()) {
            EntryDetails details;
            details.name = title;
            details.group = titles.join(QStringLiteral(" / "));
            details.tags = categories(xml);
            list.addHttp(xml.line(), url, details);
        }
        titles.append(title);
    }
    if (xml.error())
        list.fail(*xml.error());
    return list.result();
}

} // namespace rollcall
