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
///
/// RapidJSON asks for every character by itself, so what there is to know of the text is found out
/// beforehand, stretch by stretch.
class JsonStream
{
public:
    using Ch = char16_t;

    JsonStream(QIODevice &device, const QString &sourceName) : m_blocks(device, sourceName) {}
    JsonStream(const JsonStream &) = delete;
    JsonStream &operator=(const JsonStream &) = delete;

    Ch Peek() { return atEnd() ? u'\0' : *m_next; }
    Ch Take() { return atEnd() ? u'\0' : *m_next++; }
    /// RapidJSON's errors have it for a place; here they are told by line().
    static std::size_t Tell() { return 0; }

    // Asked for by RapidJSON for parsing in place, which this is not.
    static Ch *PutBegin() { return nullptr; }
    static void Put(Ch) {}
    static void Flush() {}
    static std::size_t PutEnd(Ch *) { return 0; }

    /// The line of the next character, from 1.
    qint64 line();
    bool atEnd() { return m_next == m_stretchEnd && !fill(); }
    /// A string of nothing but escapes that is longer than 1 MiB, in front of which the text is made to end.
    bool isTooLong() const { return m_isTooLong; }
    /// The same for 128 Mi characters that lead to no event.
    bool hasGivenUp() const { return m_silence > maximumSilence; }
    void noteEvent() { m_silence = 0; }
    const std::optional<ImportError> &error() const { return m_blocks.error(); }

    static constexpr qsizetype maximumSilence = 128 * 1024 * 1024; // bodies in a HAR are long

    void skipWhiteSpace();
    /// Looks at what follows anew, as at the beginning of a document.
    void restart();
    /// Skips what is left of the line, and its end, and restarts there.
    void skipLine();

private:
    const Ch *blockEnd() const;
    bool fill();
    bool nextBlock();
    void skipRestOfString();
    void lookAhead();
    void followString(Ch character);

    TextBlocks m_blocks;
    QString m_block;
    // In m_block:
    const Ch *m_counted = blockEnd();    // the line ends before it are in m_line
    const Ch *m_next = blockEnd();       // the next character
    const Ch *m_stretchEnd = blockEnd(); // what is before it has been looked at
    qint64 m_line = 1;
    qsizetype m_silence = 0; // characters since the last event

    // What the text is at the end of the stretch:
    bool m_inString = false;
    bool m_isCut = false; // within a string of which the rest is left out
    bool m_isTooLong = false;
    int m_escapeLeft = 0; // characters of the current escape that are still to come
    qsizetype m_stringLength = 0;
};

} // namespace rollcall
