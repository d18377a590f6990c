// SPDX-License-Identifier: MIT
#include "core/lists/xmlblockparser.h"

#include "core/url/normalizeurl.h"

#include <expat.h>

#include <algorithm>
#include <cstring>

namespace rollcall {

namespace {

static_assert(sizeof(XML_Char) == sizeof(char), "Expat is built for UTF-8");

constexpr qsizetype mostNestedElements = 256;
constexpr qsizetype maximumTokenBytes = 4 * 1024 * 1024;

QString tooLong()
{
    return QStringLiteral("a text or tag is longer than %1 bytes").arg(maximumTokenBytes);
}

bool isReadable(const char *encoding)
{
    constexpr const char *readable[] = {"utf-8",    "utf8",        "us-ascii",     "ascii",   "iso-8859-1",
                                        "latin1",   "iso-8859-15", "windows-1252", "utf-16",  "utf-16le",
                                        "utf-16be", "utf-32",      "utf-32le",     "utf-32be"};
    return std::any_of(std::begin(readable), std::end(readable),
                       [encoding](const char *name) { return qstricmp(encoding, name) == 0; });
}

// What Expat says of a document that lacks its end.
bool isCutError(XML_Error error)
{
    return error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
           error == XML_ERROR_UNCLOSED_CDATA_SECTION || error == XML_ERROR_PARTIAL_CHAR;
}

const char *localName(const char *name)
{
    const char *const colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

} // namespace

/// What Expat calls. \a user is the XmlBlockParser.
struct XmlBlockParser::Callbacks {
    static void onStart(void *user, const XML_Char *name, const XML_Char **attributes)
    {
        auto &parser = *static_cast<XmlBlockParser *>(user);
        const std::size_t first = parser.m_attributes.size();
        parser.addToken(true, name);
        for (; *attributes != nullptr; attributes += 2) {
            const char *const attribute = localName(attributes[0]);
            parser.m_attributes.push_back(
                {parser.append(attribute, qsizetype(std::strlen(attribute))),
                 parser.append(attributes[1], qsizetype(std::strlen(attributes[1])))});
        }
        parser.m_tokens.back().firstAttribute = first;
        parser.m_tokens.back().attributeCount = parser.m_attributes.size() - first;
        parser.m_textAt = parser.m_chars.size();
        if (++parser.m_depth > mostNestedElements)
            parser.stop(QStringLiteral("its elements are nested more than %1 deep").arg(mostNestedElements));
    }

    static void onEnd(void *user, const XML_Char *name)
    {
        auto &parser = *static_cast<XmlBlockParser *>(user);
        parser.addToken(false, name);
        parser.m_textAt = parser.m_chars.size();
        --parser.m_depth;
    }

    // What is longer than any URL or name is not kept.
    static void onText(void *user, const XML_Char *text, int length)
    {
        auto &parser = *static_cast<XmlBlockParser *>(user);
        parser.m_bytesPending = 0;
        parser.m_textLength += length;
        if (parser.m_textLength > maximumTokenBytes)
            parser.stop(tooLong());
        else if (parser.m_chars.size() - parser.m_textAt <= maximumUrlBytes)
            parser.append(text, length);
    }

    static void onOther(void *user, const XML_Char * /*text*/)
    {
        static_cast<XmlBlockParser *>(user)->m_bytesPending = 0;
    }

    // One that is declared in a file which is not read. Its place shows, so that no URL changes unnoticed.
    static void onSkippedEntity(void *user, const XML_Char * /*name*/, int isParameter)
    {
        if (isParameter == 0)
            onText(user, "\xef\xbf\xbd", 3);
    }

    static void onEntity(void *user, const XML_Char *name, int /*isParameter*/, const XML_Char * /*value*/,
                         int /*length*/, const XML_Char * /*base*/, const XML_Char *systemId,
                         const XML_Char * /*publicId*/, const XML_Char * /*notation*/)
    {
        if (systemId != nullptr)
            static_cast<XmlBlockParser *>(user)->stop(
                QStringLiteral("its entity \"%1\" is in another file, which is not read")
                    .arg(QString::fromUtf8(name)));
    }

    static void onDeclaration(void *user, const XML_Char * /*version*/, const XML_Char *encoding,
                              int /*standalone*/)
    {
        if (encoding != nullptr && !isReadable(encoding))
            static_cast<XmlBlockParser *>(user)->stop(
                QStringLiteral("its encoding \"%1\" is not known").arg(QString::fromUtf8(encoding)));
    }
};

XmlBlockParser::XmlBlockParser(QIODevice &device, const QString &sourceName)
    : m_blocks(device, sourceName),
      m_sourceName(sourceName),
      m_expat(XML_ParserCreate("UTF-8"), XML_ParserFree) // whatever it says of itself: it is decoded here
{
    Q_CHECK_PTR(m_expat.get());
    XML_Parser expat = m_expat.get();
    XML_SetUserData(expat, this);
    XML_SetElementHandler(expat, Callbacks::onStart, Callbacks::onEnd);
    XML_SetCharacterDataHandler(expat, Callbacks::onText);
    XML_SetCommentHandler(expat, Callbacks::onOther);
    XML_SetSkippedEntityHandler(expat, Callbacks::onSkippedEntity);
    XML_SetEntityDeclHandler(expat, Callbacks::onEntity);
    XML_SetXmlDeclHandler(expat, Callbacks::onDeclaration);
}

XmlBlockParser::~XmlBlockParser() = default;

bool XmlBlockParser::parseBlock()
{
    forgetTokens();
    if (m_hasEnded || m_error)
        return false;
    QString text;
    m_hasEnded = !m_blocks.append(text);
    parse(m_toUtf8(text), m_hasEnded && !m_blocks.error());
    if (!m_error && m_blocks.error()) {
        m_error = m_blocks.error();
        m_error->line = qint64(XML_GetCurrentLineNumber(m_expat.get()));
    }
    return true;
}

// But not the text before a token that is still to come.
void XmlBlockParser::forgetTokens()
{
    m_tokens.clear();
    m_attributes.clear();
    m_chars.remove(0, m_textAt);
    m_textAt = 0;
}

void XmlBlockParser::parse(const QByteArray &bytes, bool isLast)
{
    m_bytesPending += bytes.size();
    const bool isSound = XML_Parse(m_expat.get(), bytes.constData(), static_cast<int>(bytes.size()),
                                   int(isLast)) == XML_STATUS_OK;
    if (m_error)
        return;
    if (isSound) {
        if (m_bytesPending > maximumTokenBytes)
            stop(tooLong());
        return;
    }
    const XML_Error error = XML_GetErrorCode(m_expat.get());
    stop(isLast && isCutError(error)
             ? QStringLiteral("it ends in the middle")
             : QStringLiteral("it is no sound XML: ") + QString::fromUtf8(XML_ErrorString(error)));
}

void XmlBlockParser::addToken(bool begins, const char *name)
{
    Token &token = m_tokens.emplace_back();
    token.begins = begins;
    token.line = qint64(XML_GetCurrentLineNumber(m_expat.get()));
    token.text = {m_textAt, m_chars.size() - m_textAt};
    const char *const local = localName(name);
    token.name = append(local, qsizetype(std::strlen(local)));
    m_textLength = 0;
    m_bytesPending = 0;
}

XmlBlockParser::Span XmlBlockParser::append(const char *utf8, qsizetype length)
{
    const qsizetype at = m_chars.size();
    m_chars.resize(at + m_fromUtf8.requiredSpace(length));
    const QChar *const end = m_fromUtf8.appendToBuffer(m_chars.data() + at, QByteArrayView(utf8, length));
    m_chars.resize(end - m_chars.constData());
    return {at, m_chars.size() - at};
}

void XmlBlockParser::stop(const QString &reason)
{
    if (m_error)
        return;
    m_error = ImportError(ImportFailure::Malformed, m_sourceName, reason,
                          qint64(XML_GetCurrentLineNumber(m_expat.get())));
    XML_StopParser(m_expat.get(), XML_FALSE);
}

} // namespace rollcall
