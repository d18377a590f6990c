// SPDX-License-Identifier: MIT
#include "core/lists/jsonstream.h"

#include "core/url/normalizeurl.h"

namespace rollcall {

namespace {

constexpr qsizetype maximumString = maximumUrlBytes + 1; // so that a URL that is cut is too long
constexpr qsizetype maximumEscapes = 1024 * 1024;

} // namespace

JsonStream::Ch JsonStream::Take()
{
    if (atEnd())
        return u'\0';
    const Ch character = m_block.at(m_position).unicode();
    ++m_position;
    ++m_taken;
    if (character == u'\n')
        ++m_line;
    if (m_inString)
        followString(character);
    else if (character == u'"')
        m_inString = true;
    return character;
}

void JsonStream::followString(Ch character)
{
    ++m_stringLength;
    if (m_escapeLeft > 0) {
        m_escapeLeft = character == u'u' && m_escapeLeft == 1 ? 4 : m_escapeLeft - 1;
    } else if (character == u'\\') {
        m_escapeLeft = 1;
    } else if (character == u'"') {
        m_inString = false;
        m_stringLength = 0;
    } else if (m_stringLength > maximumString) {
        skipRestOfString();
    }
    if (m_stringLength > maximumEscapes)
        m_tooLong = true;
}

// Goes on to the closing quote, and leaves it.
void JsonStream::skipRestOfString()
{
    bool escaped = false;
    for (; !atEnd(); ++m_position) {
        const QChar c = m_block[m_position];
        if (c == u'"' && !escaped)
            return;
        escaped = c == u'\\' && !escaped;
        if (c == u'\n')
            ++m_line;
    }
}

void JsonStream::skipWhiteSpace()
{
    while (!atEnd() && (m_block[m_position].isSpace() || m_block[m_position] == QChar(QChar::ByteOrderMark)))
        Take();
}

void JsonStream::skipLine()
{
    m_inString = false;
    m_escapeLeft = 0;
    m_stringLength = 0;
    m_tooLong = false;
    for (; !atEnd(); ++m_position) {
        if (m_block[m_position] == u'\n') {
            ++m_position;
            ++m_line;
            return;
        }
    }
}

bool JsonStream::fill() const
{
    while (m_position == m_block.size()) {
        m_block.resize(0); // keeps its memory
        m_position = 0;
        if (!m_blocks.append(m_block) && m_block.isEmpty())
            return false;
    }
    return true;
}

} // namespace rollcall
