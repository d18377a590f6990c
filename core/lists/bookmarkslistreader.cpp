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
        if (tag.name == "h3") {
            if (!tag.begins)
                m_heading = QString::fromUtf8(tag.text).simplified();
        } else if (tag.name == "dl") {
            takeList(tag.begins);
        } else if (tag.name == "a") {
            takeLink(tag);
        }
    }

private:
    struct Link {
        qint64 line = 0;
        QString target;
        QString tags;
    };

    void takeList(bool begins)
    {
        if (begins)
            m_open.append(std::exchange(m_heading, QString()));
        else if (!m_open.isEmpty())
            m_open.removeLast();
        m_group.reset();
    }

    const QString &group()
    {
        if (!m_group) {
            QStringList folders = m_open;
            folders.removeAll(QString());
            m_group = folders.join(QStringLiteral(" / "));
        }
        return *m_group;
    }

    void takeLink(const HtmlTag &tag)
    {
        if (tag.begins) {
            m_link = {tag.line, tag.attribute("href"), tag.attribute("tags")};
            return;
        }
        if (m_link.target.isEmpty())
            return;
        EntryDetails details;
        details.name = QString::fromUtf8(tag.text).simplified();
        details.group = group();
        if (!m_link.tags.isEmpty())
            details.tags = m_link.tags.split(u',', Qt::SkipEmptyParts);
        m_list.addHttp(m_link.line, m_link.target, details);
        m_link = {};
    }

    ListBuilder &m_list;
    QString m_heading;
    QStringList m_open;
    std::optional<QString> m_group; // the folders that are open, once it was asked for
    Link m_link;
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
