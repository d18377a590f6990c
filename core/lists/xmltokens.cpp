// SPDX-License-Identifier: MIT
#include "core/lists/xmltokens.h"

#include "core/lists/listhead.h"
#include "core/lists/xmlblockparser.h"

#include <expat.h>

namespace rollcall {

namespace {

void noteFirstElement(void *name, const XML_Char *element, const XML_Char ** /*attributes*/)
{
    auto &first = *static_cast<QString *>(name);
    if (first.isEmpty())
        first = QString::fromUtf8(element).section(u':', -1);
}

} // namespace

XmlTokens::XmlTokens(QIODevice &device, const QString &sourceName)
    : m_parser(std::make_unique<XmlBlockParser>(device, sourceName))
{
}

XmlTokens::~XmlTokens() = default;

std::optional<bool> XmlTokens::next()
{
    if (m_justEnded) {
        --m_depth;
        m_justEnded = false;
    }
    for (++m_taken; m_taken > m_parser->tokens().size(); m_taken = 1) {
        if (!m_parser->parseBlock())
            return std::nullopt;
    }
    const XmlBlockParser::Token &token = m_parser->tokens()[m_taken - 1];
    if (!token.begins) {
        m_justEnded = true;
        return false;
    }
    ++m_depth;
    const auto depth = static_cast<std::size_t>(m_depth);
    if (depth == m_names.size())
        m_names.emplace_back();
    const QStringView name = m_parser->chars(token.name);
    m_names[depth].assign(name.utf16(), static_cast<std::size_t>(name.size()));
    return true;
}

QStringView XmlTokens::attribute(QStringView localName) const
{
    const XmlBlockParser::Token &token = m_parser->tokens()[m_taken - 1];
    for (std::size_t i = 0; i < token.attributeCount; ++i) {
        const XmlBlockParser::Attribute &attribute = m_parser->attributes()[token.firstAttribute + i];
        if (m_parser->chars(attribute.name) == localName)
            return m_parser->chars(attribute.value);
    }
    return {};
}

QStringView XmlTokens::text() const
{
    return m_parser->chars(m_parser->tokens()[m_taken - 1].text).trimmed();
}

qint64 XmlTokens::line() const
{
    return m_parser->tokens()[m_taken - 1].line;
}

const std::optional<ImportError> &XmlTokens::error() const
{
    return m_parser->error();
}

QString xmlRootName(const QByteArray &head)
{
    const QString text = headText(head);
    if (!text.startsWith(u'<'))
        return {};
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> expat(XML_ParserCreate("UTF-8"),
                                                                        XML_ParserFree);
    QString name;
    XML_SetUserData(expat.get(), &name);
    XML_SetStartElementHandler(expat.get(), noteFirstElement);
    const QByteArray bytes = text.toUtf8();
    XML_Parse(expat.get(), bytes.constData(), static_cast<int>(bytes.size()), XML_FALSE);
    return name;
}

} // namespace rollcall
