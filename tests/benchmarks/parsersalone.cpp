// SPDX-License-Identifier: MIT
#include "tests/benchmarks/parsersalone.h"

#include <QIODevice>

#ifdef ROLLCALL_WITH_EXPAT
#include <expat.h>
#endif
#ifdef ROLLCALL_WITH_LIBXML2
#include <libxml/HTMLparser.h>
#endif
#ifdef ROLLCALL_WITH_YAML
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>
#endif

namespace rollcall {

namespace {

constexpr qint64 blockSize = 64 * 1024;

#ifdef ROLLCALL_WITH_EXPAT
void ignoreXmlStart(void * /*user*/, const XML_Char * /*name*/, const XML_Char ** /*attributes*/) {}
void ignoreXmlEnd(void * /*user*/, const XML_Char * /*name*/) {}
void ignoreXmlText(void * /*user*/, const XML_Char * /*text*/, int /*length*/) {}
#endif

#ifdef ROLLCALL_WITH_LIBXML2
void ignoreStart(void * /*context*/, const xmlChar * /*name*/, const xmlChar ** /*attributes*/) {}
void ignoreEnd(void * /*context*/, const xmlChar * /*name*/) {}
void ignoreText(void * /*context*/, const xmlChar * /*text*/, int /*length*/) {}
#endif

#ifdef ROLLCALL_WITH_YAML
class IgnoringHandler : public YAML::EventHandler
{
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override {}
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override {}
};

class BlockBuffer : public std::streambuf
{
public:
    explicit BlockBuffer(QIODevice &device) : m_device(device) {}

protected:
    int_type underflow() override
    {
        m_block = m_device.read(blockSize);
        if (m_block.isEmpty())
            return traits_type::eof();
        setg(m_block.data(), m_block.data(), m_block.data() + m_block.size());
        return traits_type::to_int_type(*gptr());
    }

private:
    QIODevice &m_device;
    QByteArray m_block;
};
#endif

} // namespace

void parseXmlAlone([[maybe_unused]] QIODevice &device)
{
#ifdef ROLLCALL_WITH_EXPAT
    XML_Parser parser = XML_ParserCreate("UTF-8");
    XML_SetElementHandler(parser, ignoreXmlStart, ignoreXmlEnd);
    XML_SetCharacterDataHandler(parser, ignoreXmlText);
    for (QByteArray block = device.read(blockSize); !block.isEmpty(); block = device.read(blockSize))
        XML_Parse(parser, block.constData(), static_cast<int>(block.size()), XML_FALSE);
    XML_Parse(parser, nullptr, 0, XML_TRUE);
    XML_ParserFree(parser);
#endif
}

void parseHtmlAlone([[maybe_unused]] QIODevice &device)
{
#ifdef ROLLCALL_WITH_LIBXML2
    htmlSAXHandler handlers{};
    handlers.startElement = ignoreStart;
    handlers.endElement = ignoreEnd;
    handlers.characters = ignoreText;
    htmlParserCtxtPtr parser =
        htmlCreatePushParserCtxt(&handlers, nullptr, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
    for (QByteArray block = device.read(blockSize); !block.isEmpty(); block = device.read(blockSize))
        htmlParseChunk(parser, block.constData(), static_cast<int>(block.size()), 0);
    htmlParseChunk(parser, nullptr, 0, 1);
    htmlFreeParserCtxt(parser);
#endif
}

void parseYamlAlone([[maybe_unused]] QIODevice &device)
{
#ifdef ROLLCALL_WITH_YAML
    BlockBuffer buffer(device);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    IgnoringHandler handler;
    while (parser.HandleNextDocument(handler)) {
    }
#endif
}

} // namespace rollcall
