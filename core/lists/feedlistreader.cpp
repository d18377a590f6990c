// SPDX-License-Identifier: MIT
#include "core/lists/feedlistreader.h"

#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/xmltokens.h"

namespace rollcall {

namespace {

bool isItem(QStringView name)
{
    return name == u"item" || name == u"entry";
}

/// What has been read of one item.
struct Item {
    qint64 line = 0; // of the link
    QString link;
    QString title;
};

// Atom, and RSS with Atom in it: the link is an attribute, and there are several for different purposes.
void noteLinkElement(const XmlTokens &xml, Item &item)
{
    const QString purpose = xml.attribute(u"rel");
    const QString target = xml.attribute(u"href");
    if (target.isEmpty() || !item.link.isEmpty() || !(purpose.isEmpty() || purpose == u"alternate"))
        return;
    item.link = target;
    item.line = xml.line();
}

void noteText(const XmlTokens &xml, Item &item)
{
    if (xml.name() == u"title" && item.title.isEmpty()) {
        item.title = xml.text().toString().simplified();
    } else if (xml.name() == u"link" && !xml.text().isEmpty()) {
        item.link = xml.text().toString();
        item.line = xml.line();
    }
}

void add(const Item &item, ListBuilder &list)
{
    if (item.link.isEmpty())
        return;
    EntryDetails details;
    details.name = item.title;
    list.addHttp(item.line, item.link, std::move(details));
}

} // namespace

QString FeedListReader::formatName() const
{
    return QStringLiteral("feed");
}

QStringList FeedListReader::fileSuffixes() const
{
    return {QStringLiteral("rss"), QStringLiteral("atom")};
}

int FeedListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    const QString root = xmlRootName(head);
    const bool feed = root == u"rss" || root == u"feed" || root == u"RDF";
    return feed ? recognised::surely : scoreOfName(fileName, fileSuffixes());
}

ImportResult FeedListReader::read(QIODevice &device, const QString &sourceName) const
{
    XmlTokens xml(device, sourceName);
    ListBuilder list(formatName(), sourceName);
    Item item;
    while (const std::optional<bool> begins = xml.next()) {
        if (*begins && isItem(xml.name())) {
            item = Item();
        } else if (*begins && isItem(xml.parent()) && xml.name() == u"link") {
            noteLinkElement(xml, item);
        } else if (!*begins && isItem(xml.parent())) {
            noteText(xml, item);
        } else if (!*begins && isItem(xml.name())) {
            add(item, list);
        }
    }
    if (xml.error())
        list.fail(*xml.error());
    return list.result();
}

} // namespace rollcall
