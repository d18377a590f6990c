// SPDX-License-Identifier: MIT
#include "core/lists/xmltokens.h"

#include "core/url/normalizeurl.h"

namespace rollcall {

namespace {

constexpr qsizetype mostNestedElements = 256;
constexpr qsizetype maximumTokenBytes = 4 * 1024 * 1024;

QString sentenceOf(const QXmlStreamReader &reader)
{
    QString text = reader.errorString();
    if (text.endsWith(u'.'))
        text.chop(1);
    return QStringLiteral("it is no sound XML: ") + text;
}

} // namespace

XmlTokens::XmlTokens(QIODevice &device, const QString &sourceName)
    : m_blocks(device, sourceName),
      m_sourceName(sourceName)
{
}

std::optional<bool> XmlTokens::next()
{
    m_text.clear();
    if (m_justEnded) {
        --m_depth;
        m_justEnded = false;
    }
    while (!m_error) {
        const QXmlStreamReader::TokenType token = m_reader.readNext();
        if (token != QXmlStreamReader::Invalid)
            m_fedSinceToken = 0;
        if (token == QXmlStreamReader::StartElement)
            return begin() ? std::optional(true) : std::nullopt;
        if (token == QXmlStreamReader::EndElement) {
            m_justEnded = true;
            return false;
        }
        if (token == QXmlStreamReader::EndDocument)
            return std::nullopt;
        if (token == QXmlStreamReader::Characters)
            appendText();
        else if (token == QXmlStreamReader::DTD)
            refuseExternalEntities();
        else if (token == QXmlStreamReader::Invalid && !feed())
            return std::nullopt;
    }
    return std::nullopt;
}

QStringView XmlTokens::attribute(QStringView localName) const
{
    const QXmlStreamAttributes attributes = m_reader.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == localName)
            return attribute.value();
    }
    return {};
}

// Hands over the next block when that is what the reader waits for.
bool XmlTokens::feed()
{
    if (m_reader.error() != QXmlStreamReader::PrematureEndOfDocumentError) {
        fail(sentenceOf(m_reader));
        return false;
    }
    if (m_fedSinceToken > maximumTokenBytes) {
        fail(QStringLiteral("a text or tag is longer than %1 bytes").arg(maximumTokenBytes));
        return false;
    }
    if (!m_blocks.next(m_block)) {
        m_error = m_blocks.error();
        if (m_error)
            m_error->line = line();
        else
            fail(QStringLiteral("it ends in the middle"));
        return false;
    }
    m_fedSinceToken += m_block.size();
    m_reader.addData(m_block);
    return true;
}

// QXmlStreamReader leaves a reference to one out without a word.
void XmlTokens::refuseExternalEntities()
{
    const QXmlStreamEntityDeclarations entities = m_reader.entityDeclarations();
    for (const QXmlStreamEntityDeclaration &entity : entities) {
        if (!entity.systemId().isEmpty())
            fail(
                QStringLiteral("its entity \"%1\" is in another file, which is not read").arg(entity.name()));
    }
}

bool XmlTokens::begin()
{
    ++m_depth;
    const auto depth = static_cast<std::size_t>(m_depth);
    if (depth == m_names.size())
        m_names.emplace_back();
    const QStringView name = m_reader.name();
    m_names[depth].assign(name.utf16(), static_cast<std::size_t>(name.size()));
    if (m_depth < mostNestedElements)
        return true;
    fail(QStringLiteral("its elements are nested more than %1 deep").arg(mostNestedElements));
    return false;
}

// What is longer than any URL or name is not kept.
void XmlTokens::appendText()
{
    if (m_text.size() > maximumUrlBytes)
        return;
    const QStringView text = m_reader.text().left(maximumUrlBytes + 1);
    m_text.append(text.utf16(), static_cast<std::size_t>(text.size()));
}

void XmlTokens::fail(const QString &reason)
{
    m_error = ImportError(ImportFailure::Malformed, m_sourceName, reason, line());
}

} // namespace rollcall
