// SPDX-License-Identifier: MIT
#include "core/lists/bookmarkslistreader.h"

#include "core/lists/htmltags.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"

namespace rollcall {

namespace {

/// Follows the folders of one bookmark file. A folder is a heading and the list behind it.
class Folders
{
public:
    explicit Folders(ListBuilder &list) : m_list(list) {}

    void take(const HtmlTag &tag)
    {
        if (tag.name == u"h3") {
            if (!tag.begins)
                m_heading = tag.textBefore.simplified();
        } else if (tag.name == u"dl") {
            takeList(tag.begins);
        } else if (tag.name == u"a") {
            takeLink(tag);
        }
    }

private:
    void takeList(bool begins)
    {
        if (begins)
            m_open.append(std::exchange(m_heading, QString()));
        else if (!m_open.isEmpty())
            m_open.removeLast();
    }

    void takeLink(const HtmlTag &tag)
    {
        if (tag.begins) {
            m_link = tag;
            return;
        }
        const QString target = m_link.attribute(u"href");
        if (target.isEmpty())
            return;
        EntryDetails details;
        details.name = tag.textBefore.simplified();
        QStringList folders = m_open;
        folders.removeAll(QString());
        details.group = folders.join(QStringLiteral(" / "));
        details.tags = m_link.attribute(u"tags").split(u',', Qt::SkipEmptyParts);
        m_list.addHttp(m_link.line, target, std::move(details));
        m_link = HtmlTag();
    }

    ListBuilder &m_list;
    QString m_heading;
    QStringList m_open;
    HtmlTag m_link;
};

} // namespace

QString BookmarksListReader::formatName() const
{
    return QStringLiteral("bookmarks");
}

QStringList BookmarksListReader::fileSuffixes() const
{
    return {}; // they are called .html
}

int BookmarksListReader::recognise(const QByteArray &head, const QString & /*fileName*/) const
{
    const bool bookmarks =
        headText(head).startsWith(u"<!DOCTYPE NETSCAPE-Bookmark-file", Qt::CaseInsensitive);
    return bookmarks ? recognised::surely : recognised::no;
}

ImportResult BookmarksListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    Folders folders(list);
    readHtml(device, sourceName, list, [&folders](const HtmlTag &tag) { folders.take(tag); });
    return list.result();
}

} // namespace rollcall
