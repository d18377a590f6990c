// SPDX-License-Identifier: MIT
#include "core/lists/htmllistreader.h"

#include "core/lists/htmltags.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listhead.h"
#include "core/lists/urlfinder.h"
#include "core/url/canonicalurl.h"
#include "core/url/parseurl.h"

namespace rollcall {

namespace {

/// Collects the links of one page.
class Page
{
public:
    explicit Page(ListBuilder &list) : m_list(list) {}

    void take(const HtmlTag &tag)
    {
        if (tag.text.contains('.') || tag.text.contains('/')) // no URL is without either
            addUrlsIn(QString::fromUtf8(tag.text), tag.textLine);
        if (!tag.begins)
            return;
        if (tag.name == "base")
            setBase(tag.attribute("href"));
        else if (tag.name == "a" || tag.name == "area")
            addLink(tag.line, tag.attribute("href"));
    }

private:
    void addUrlsIn(const QString &text, qint64 line)
    {
        for (const QStringView url : urlsIn(text))
            m_list.add(line, url, url);
    }

    void setBase(const QString &target)
    {
        const auto reading = parseUrl(target);
        const auto *url = std::get_if<NormalizedUrl>(&reading);
        if (m_base.isEmpty() && url != nullptr && url->scheme != UrlScheme::Other)
            m_base = url->url;
    }

    void addLink(qint64 line, const QString &target)
    {
        if (target.isEmpty())
            return;
        if (std::optional<NormalizedUrl> canonical = canonicalUrl(target)) {
            m_list.addHttp(line, *std::move(canonical));
            return;
        }
        auto reading = parseUrl(target, m_base);
        if (auto *url = std::get_if<NormalizedUrl>(&reading))
            m_list.addHttp(line, std::move(*url));
        else
            m_list.reject(line, target, std::get<UrlProblem>(reading));
    }

    ListBuilder &m_list;
    QByteArray m_base;
};

} // namespace

QString HtmlListReader::formatName() const
{
    return QStringLiteral("web page");
}

QStringList HtmlListReader::fileSuffixes() const
{
    return {QStringLiteral("html"), QStringLiteral("htm"), QStringLiteral("xhtml")};
}

int HtmlListReader::recognise(const QByteArray &head, const QString &fileName) const
{
    const QString text = headText(head).left(2048).toLower();
    const bool page = text.startsWith(u'<') && (text.contains(u"<html") || text.contains(u"<!doctype html") ||
                                                text.contains(u"<a href=") || text.contains(u"<body"));
    return page ? recognised::byContent : scoreOfName(fileName, fileSuffixes());
}

ImportResult HtmlListReader::read(QIODevice &device, const QString &sourceName) const
{
    ListBuilder list(formatName(), sourceName);
    Page page(list);
    readHtml(device, sourceName, list, [&page](const HtmlTag &tag) { page.take(tag); });
    return list.result();
}

} // namespace rollcall
