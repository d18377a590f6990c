// SPDX-License-Identifier: MIT
// Parses XML with Expat, a block at a time.
#pragma once

#include "core/lists/textblocks.h"

#include <QString>
#include <QStringConverter>
#include <QStringView>

#include <memory>
#include <optional>
#include <vector>

struct XML_ParserStruct;

namespace rollcall {

/// Turns a document into tokens, block by block. Its limits are those of XmlTokens.
class XmlBlockParser
{
public:
    /// A part of chars().
    struct Span {
        qsizetype at = 0;
        qsizetype length = 0;
    };
    struct Attribute {
        Span name;
        Span value;
    };
    /// The start or the end of an element, and what stood before it.
    struct Token {
        bool begins = false;
        qint64 line = 0; // from 1
        Span name;       // without prefix
        Span text;       // since the token before
        std::size_t firstAttribute = 0;
        std::size_t attributeCount = 0;
    };

    XmlBlockParser(QIODevice &device, const QString &sourceName);
    ~XmlBlockParser();
    XmlBlockParser(const XmlBlockParser &) = delete;
    XmlBlockParser &operator=(const XmlBlockParser &) = delete;

    /// Replaces the tokens by those of the next block, of which there may be none; false when there is no
    /// block after the end or after an error.
    bool parseBlock();

    const std::vector<Token> &tokens() const { return m_tokens; }
    const std::vector<Attribute> &attributes() const { return m_attributes; }
    QStringView chars(Span span) const { return QStringView(m_chars).sliced(span.at, span.length); }
    /// What ended it too early, behind the tokens that there are.
    const std::optional<ImportError> &error() const { return m_error; }

private:
    struct Callbacks;

    void forgetTokens();
    void parse(const QByteArray &bytes, bool isLast);
    void addToken(bool begins, const char *name);
    Span append(const char *utf8, qsizetype length);
    void stop(const QString &reason);

    TextBlocks m_blocks;
    QString m_sourceName;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_ParserStruct *)> m_expat;
    QStringEncoder m_toUtf8{QStringConverter::Utf8};
    QStringDecoder m_fromUtf8{QStringConverter::Utf8, QStringConverter::Flag::Stateless};
    std::vector<Token> m_tokens;
    std::vector<Attribute> m_attributes;
    QString m_chars;              // what the spans are parts of
    qsizetype m_textAt = 0;       // where in it the text begins that stands before the next token
    qsizetype m_textLength = 0;   // of that text, also where it is not kept
    qsizetype m_bytesPending = 0; // since Expat last told of anything
    qsizetype m_depth = 0;
    bool m_hasEnded = false;
    std::optional<ImportError> m_error;
};

} // namespace rollcall
