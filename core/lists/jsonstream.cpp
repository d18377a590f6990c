// SPDX-License-Identifier: MIT
#include "core/lists/jsonstream.h"

#include "core/url/normalizeurl.h"

#include <algorithm>

namespace rollcall {

namespace {

constexpr qsizetype maximumString = maximumUrlBytes + 1; // so that a URL that is cut is too long
constexpr qsizetype maximumEscapes = 1024 * 1024;
constexpr qsizetype longestStretch = 1024; // so much is looked at once more behind an error

} // namespace

qint64 JsonStream::line()
{
    m_line += std::count(m_counted, m_next, u'\n');
    m_counted = m_next;
    return m_line;
}

void JsonStream::skipWhiteSpace()
{
    while (!atEnd() && (QChar::isSpace(*m_next) || *m_next == QChar::ByteOrderMark))
        ++m_next;
}

void JsonStream::restart()
{
    m_stretchEnd = m_next;
    m_inString = false;
    m_isCut = false;
    m_isTooLong = false;
    m_escapeLeft = 0;
    m_stringLength = 0;
}

void JsonStream::skipLine()
{
    restart();
    do {
        m_next = std::find(m_next, blockEnd(), u'\n');
    } while (m_next == blockEnd() && nextBlock());
    if (m_next != blockEnd())
        ++m_next;
    m_stretchEnd = m_next;
}

const JsonStream::Ch *JsonStream::blockEnd() const
{
    return reinterpret_cast<const Ch *>(m_block.constData()) + m_block.size();
}

// Makes the next stretch of the text readable; false at its end.
bool JsonStream::fill()
{
    while (!m_isTooLong && (m_stretchEnd != blockEnd() || nextBlock())) {
        if (m_isCut)
            skipRestOfString();
        m_next = m_stretchEnd;
        lookAhead();
        if (m_next != m_stretchEnd)
            return true;
    }
    return false;
}

bool JsonStream::nextBlock()
{
    m_next = blockEnd();
    line();            // counts what is left
    m_block.resize(0); // keeps its memory
    while (!hasGivenUp() && m_block.isEmpty() && m_blocks.append(m_block)) {
    }
    m_silence += m_block.size();
    m_counted = m_next = m_stretchEnd = reinterpret_cast<const Ch *>(m_block.constData());
    return !m_block.isEmpty();
}

// Goes on to the closing quote, and leaves it.
void JsonStream::skipRestOfString()
{
    for (; m_stretchEnd != blockEnd(); ++m_stretchEnd) {
        if (m_escapeLeft == 0 && *m_stretchEnd == u'"') {
            m_isCut = false;
            return;
        }
        m_escapeLeft = *m_stretchEnd == u'\\' && m_escapeLeft == 0 ? 1 : 0;
    }
}

// Sets the end of the stretch that begins where the last one ended.
void JsonStream::lookAhead()
{
    const Ch *const limit = m_stretchEnd + std::min<qsizetype>(blockEnd() - m_stretchEnd, longestStretch);
    while (m_stretchEnd != limit && !m_isCut && !m_isTooLong) {
        if (m_inString) {
            followString(*m_stretchEnd++);
        } else {
            m_stretchEnd = std::find(m_stretchEnd, limit, u'"');
            m_inString = m_stretchEnd != limit;
            m_stretchEnd += m_inString ? 1 : 0;
        }
    }
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
    } else {
        m_isCut = m_stringLength > maximumString;
    }
    m_isTooLong = m_stringLength > maximumEscapes;
}

} // namespace rollcall
