// SPDX-License-Identifier: MIT
// The characters of a JSON text, in the form in which RapidJSON reads them.
#pragma once

#include "core/lists/textblocks.h"

#include <QString>

#include <cstddef>
#include <optional>

namespace rollcall {

/// One of RapidJSON's input streams, over a device. Counts lines, and leaves out of a string what is beyond
/// the length of any URL: the bodies in a HAR file are longer than all the rest of it.
class JsonStream
{
public:
    using Ch = char16_t;

    JsonStream(QIODevice &device, const QString &sourceName) : m_blocks(device, sourceName) {}

    Ch Peek() const { return atEnd() ? u'\0' : m_block[m_position].unicode(); }
    Ch Take();
    std::size_t Tell() const { return m_taken; }

    // Asked for by RapidJSON for parsing in place, which this is not.
    static Ch *PutBegin() { return nullptr; }
    static void Put(Ch) {}
    static void Flush() {}
    static std::size_t PutEnd(Ch *) { return 0; }

    qint64 line() const { return m_line; }
    bool atEnd() const { return m_tooLong || (m_position == m_block.size() && !fill()); }
    /// A string of nothing but escapes that is longer than 1 MiB, in front of which the text is made to end.
    bool isTooLong() const { return m_tooLong; }
    const std::optional<ImportError> &error() const { return m_blocks.error(); }

    void skipWhiteSpace();
    /// Skips what is left of the line, and its end.
    void skipLine();

private:
    bool fill() const;
    void followString(Ch character);
    void skipRestOfString();

    mutable TextBlocks m_blocks;
    mutable QString m_block;
    mutable qsizetype m_position = 0; // in m_block
    std::size_t m_taken = 0;
    qint64 m_line = 1;
    bool m_inString = false;
    bool m_tooLong = false;
    int m_escapeLeft = 0; // characters of the current escape that are still to come
    qsizetype m_stringLength = 0;
};

} // namespace rollcall
