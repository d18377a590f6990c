// SPDX-License-Identifier: MIT
#include "core/lists/htmltags.h"

#include "core/lists/attributelimit.h"
#include "core/lists/listhead.h"
#include "core/lists/textblocks.h"

#include <libxml/HTMLparser.h>

#include <QStringConverter>

#include <algorithm>
#include <memory>
#include <string_view>

namespace rollcall {

namespace {

constexpr int mostNestedTags = 10'000;
constexpr qsizetype maximumSilence = 16 * 1024 * 1024;
constexpr qsizetype maximumText = 12 * maximumUrlBytes;

const char *chars(const xmlChar *text)
{
    return reinterpret_cast<const char *>(text);
}

/// What libxml2's callbacks work on.
struct State {
    State(const std::function<void(const HtmlTag &)> &takeTag) : take(takeTag) {}

    void tag(const xmlChar *name, bool begins)
    {
        silence = 0;
        current.name = chars(name);
        current.begins = begins;
        current.line = xmlSAX2GetLineNumber(parser);
        if (parser->nameNr > mostNestedTags) {
            tooDeep = true;
            xmlStopParser(parser);
        }
        flush();
    }

    void flush()
    {
        current.text = text;
        take(current);
        current = HtmlTag();
        text.resize(0); // keeps its memory
    }

    const std::function<void(const HtmlTag &)> &take;
    htmlParserCtxtPtr parser = nullptr;
    HtmlTag current;
    QByteArray text;       // since the last tag
    qsizetype silence = 0; // bytes since the last callback
    bool tooDeep = false;
};

void onStart(void *context, const xmlChar *name, const xmlChar **attributes)
{
    auto &state = *static_cast<State *>(context);
    state.current.attributes = reinterpret_cast<const char *const *>(attributes);
    state.tag(name, true);
}

void onEnd(void *context, const xmlChar *name)
{
    static_cast<State *>(context)->tag(name, false);
}

void onText(void *context, const xmlChar *text, int length)
{
    auto &state = *static_cast<State *>(context);
    state.silence = 0;
    if (state.text.isEmpty())
        state.current.textLine = xmlSAX2GetLineNumber(state.parser);
    if (state.text.size() <= maximumText)
        state.text.append(chars(text), length);
}

void onScript(void *context, const xmlChar * /*text*/, int /*length*/)
{
    static_cast<State *>(context)->silence = 0;
}

using Parser = std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)>;

bool isUtf16(const QByteArray &head)
{
    return head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff");
}

// libxml2 takes a page that does not say its encoding for Latin-1, which hardly any is these days.
xmlCharEncoding encodingOf(const QByteArray &head)
{
    return head.toLower().contains("charset") && !isUtf16(head) ? XML_CHAR_ENCODING_NONE
                                                                : XML_CHAR_ENCODING_UTF8;
}

/// Blocks of a page: its bytes as they are, or UTF-8 in place of UTF-16.
class PageBlocks
{
public:
    PageBlocks(QIODevice &device, const QString &sourceName, bool isWide)
        : m_bytes(device, sourceName),
          m_texts(device, sourceName),
          m_isWide(isWide)
    {
    }

    bool next(QByteArray &block)
    {
        bool goesOn = false;
        if (m_isWide) {
            QString text;
            goesOn = m_texts.append(text);
            block = m_toUtf8(text);
            goesOn = goesOn || !block.isEmpty();
        } else {
            goesOn = m_bytes.next(block);
        }
        if (block.contains('\0')) // libxml2 would leave the rest of a value out; browsers read it like this
            block.replace('\0', "&#xFFFD;");
        return goesOn;
    }

    std::optional<ImportError> error() const { return m_isWide ? m_texts.error() : m_bytes.error(); }

private:
    ByteBlocks m_bytes;
    TextBlocks m_texts;
    QStringEncoder m_toUtf8{QStringConverter::Utf8};
    bool m_isWide;
};

Parser makeParser(htmlSAXHandler &handlers, State &state, xmlCharEncoding encoding)
{
    handlers.startElement = onStart;
    handlers.endElement = onEnd;
    handlers.characters = onText;
    handlers.ignorableWhitespace = onText;
    handlers.cdataBlock = onScript;
    Parser parser(htmlCreatePushParserCtxt(&handlers, &state, nullptr, 0, nullptr, encoding),
                  htmlFreeParserCtxt);
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    state.parser = parser.get();
    return parser;
}

// The items of a definition list, which bookmark files are, are hardly ever ended, and libxml2 nests each
// within the one before. They mean nothing here, so spaces take their places.
void removeListItems(QByteArray &block)
{
    constexpr std::size_t length = 4;
    const std::string_view text(block.constData(), static_cast<std::size_t>(block.size()));
    for (std::size_t at = text.find("<D"); at != text.npos; at = text.find("<D", at + 1)) {
        const std::string_view tag = text.substr(at, length);
        if (tag == "<DT>" || tag == "<DD>")
            std::fill_n(block.data() + at, length, ' ');
    }
}

// Feeds \a pending and \a block, but not what stands behind the last '>', which is left in \a pending. Where
// a tag comes in two parts, libxml2 2.9 may hold back all that follows it until the very end
// (readsManyBookmarksInLittleMemory() in tst_htmllistreaders would notice).
void feedWholeTags(htmlParserCtxt &parser, QByteArray &pending, const QByteArray &block)
{
    const qsizetype end = block.lastIndexOf('>') + 1; // there is none in what is pending
    if (end == 0) {
        pending += block;
        return;
    }
    pending += QByteArrayView(block).first(end);
    removeListItems(pending);
    htmlParseChunk(&parser, pending.constData(), static_cast<int>(pending.size()), 0);
    pending.resize(0); // keeps its memory
    pending += QByteArrayView(block).sliced(end);
}

} // namespace

QString HtmlTag::attribute(const char *attributeName) const
{
    for (const char *const *pair = attributes; pair != nullptr && pair[0] != nullptr; pair += 2) {
        if (qstrcmp(pair[0], attributeName) == 0)
            return QString::fromUtf8(pair[1]).trimmed();
    }
    return {};
}

void readHtml(QIODevice &device, const QString &sourceName, ListBuilder &list,
              const std::function<void(const HtmlTag &)> &take)
{
    htmlSAXHandler handlers{};
    State state(take);
    const QByteArray head = peekHead(device);
    const Parser parser = makeParser(handlers, state, encodingOf(head));
    PageBlocks blocks(device, sourceName, isUtf16(head));
    QByteArray block;
    QByteArray pending;
    AttributeLimit limit;
    while (!state.tooDeep && state.silence <= maximumSilence && blocks.next(block)) {
        state.silence += block.size();
        limit.apply(block);
        feedWholeTags(*parser, pending, block);
    }
    removeListItems(pending);
    htmlParseChunk(parser.get(), pending.constData(), static_cast<int>(pending.size()), 0);
    const bool wasSilent = state.silence > maximumSilence;
    if (!state.tooDeep)
        htmlParseChunk(parser.get(), nullptr, 0, 1);
    state.flush();
    const qint64 line = xmlSAX2GetLineNumber(parser.get());
    if (std::optional<ImportError> error = blocks.error())
        list.fail(*std::move(error));
    else if (state.tooDeep)
        list.fail(line, QStringLiteral("its tags are nested more than %1 deep").arg(mostNestedTags));
    else if (wasSilent)
        list.fail(line, QStringLiteral("there is no tag within %1 bytes").arg(maximumSilence));
}

} // namespace rollcall
