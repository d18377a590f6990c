// SPDX-License-Identifier: MIT
#include "core/lists/feedlistreader.h"

#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/xmltokens.h"

namespace rollcall {

namespace {

constexpr QStringView linkName = u"link";
constexpr QStringView titleName = u"title";

bool isItem(QStringView name)
{
    constexpr QStringView ofRss = u"item";
    constexpr QStringView ofAtom = u"entry";
    return name == ofRss || name == ofAtom;
}

/// What has been read of one item.
struct Item {
    void clear()
    {
        link.resize(0); // keeps its memory
        details.name.clear();
    }

    qint64 line = 0; // of the link
    QString link;
    EntryDetails details;
};

// Atom, and RSS with Atom in it: the link is an attribute, and there are several for different purposes.
void noteAttributes(const XmlTokens &xml, Item &item)
{
    if (xml.name() != linkName)
        return;
    const QStringView purpose = xml.attribute(u"rel");
    const QStringView target = xml.attribute(u"href");
    if (target.isEmpty() || !item.link.isEmpty() || !(purpose.isEmpty() || purpose == u"alternate"))
        return;
    item.link += target;
    item.line = xml.line();
}

void noteText(const XmlTokens &xml, Item &item)
{
    if (xml.name() == titleName && item.details.name.isEmpty()) {
        item.details.name = xml.text().toString().simplified();
    } else if (xml.name() == linkName && !xml.text().isEmpty()) {
        item.link.resize(0);
        item.link += xml.text();
        item.line = xml.line();
    }
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
        const QStringView name = xml.name();
        const bool isOfItem = (name == linkName || name == titleName) && isItem(xml.parent());
        if (*begins && isOfItem)
            noteAttributes(xml, item);
        else if (isOfItem)
            noteText(xml, item);
        else if (*begins && isItem(name))
            item.clear();
        else if (isItem(name) && !item.link.isEmpty())
            list.addHttp(item.line, item.link, item.details);
    }
    if (xml.error())
        list.fail(*xml.error());
    return list.result();
}

} // namespace rollcall
