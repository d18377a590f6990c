// SPDX-License-Identifier: MIT
#include "core/lists/textlines.h"

#include <algorithm>

namespace rollcall {

namespace {

constexpr qsizetype endlessLength = 128 * 1024 * 1024;

} // namespace

TextLines::TextLines(QIODevice &device, const QString &sourceName, qsizetype maximumLength)
    : m_blocks(device, sourceName),
      m_sourceName(sourceName),
      m_maximumLength(maximumLength)
{
}

std::optional<TextLine> TextLines::next()
{
    for (;;) {
        skipLineFeed();
        if (const std::optional<qsizetype> end = findLineEnd())
            return take(*end, *end + 1);
        if (m_ended)
            break;
        makeRoom();
        m_ended = isEndless() || !m_blocks.append(m_text);
    }
    if (error() || m_lineStart == m_text.size())
        return std::nullopt;
    return take(m_text.size(), m_text.size());
}

std::optional<ImportError> TextLines::error() const
{
    if (isEndless())
        return ImportError(ImportFailure::Malformed, m_sourceName,
                           QStringLiteral("a line is longer than %1 characters").arg(endlessLength),
                           m_lineNumber);
    std::optional<ImportError> error = m_blocks.error();
    if (error && error->failure != ImportFailure::Binary)
        error->line = m_lineNumber;
    return error;
}

// The second half of a CR LF may come with the next block.
void TextLines::skipLineFeed()
{
    if (!m_behindCarriageReturn || m_lineStart == m_text.size())
        return;
    m_behindCarriageReturn = false;
    if (m_text.at(m_lineStart) == u'\n')
        m_searchStart = ++m_lineStart;
}

std::optional<qsizetype> TextLines::findLineEnd()
{
    const auto end = std::find_if(m_text.cbegin() + m_searchStart, m_text.cend(),
                                  [](QChar c) { return c == u'\n' || c == u'\r'; });
    m_searchStart = end - m_text.cbegin();
    return end == m_text.cend() ? std::nullopt : std::optional<qsizetype>(m_searchStart);
}

TextLine TextLines::take(qsizetype end, qsizetype next)
{
    const qsizetype length = end - m_lineStart;
    const TextLine line(m_lineNumber,
                        QStringView(m_text).sliced(m_lineStart, std::min(length, m_maximumLength)),
                        m_surplus > 0 || length > m_maximumLength);
    m_behindCarriageReturn = next > end && m_text.at(end) == u'\r';
    m_lineStart = next;
    m_searchStart = next;
    m_surplus = 0;
    ++m_lineNumber;
    return line;
}

// Keeps no more than the beginning of the current line.
void TextLines::makeRoom()
{
    m_text.remove(0, m_lineStart);
    m_lineStart = 0;
    if (m_text.size() > m_maximumLength) {
        m_surplus += m_text.size() - m_maximumLength;
        m_text.truncate(m_maximumLength);
    }
    m_searchStart = m_text.size();
}

bool TextLines::isEndless() const
{
    return m_surplus > endlessLength;
}

} // namespace rollcall
