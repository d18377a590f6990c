// SPDX-License-Identifier: MIT
// Hands out the lines of a text one by one, whatever its size, encoding and line ends.
#pragma once

#include "core/lists/textblocks.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace rollcall {

/// One line of a text.
struct TextLine {
    TextLine() = default;
    TextLine(qint64 lineNumber, QStringView lineText, bool wasCut)
        : number(lineNumber),
          text(lineText),
          cut(wasCut)
    {
    }

    qint64 number = 0; ///< from 1
    QStringView text;  ///< without its line end; valid until the next line is asked for
    bool cut = false;  ///< longer than the limit: text is its beginning
};

/// Reads a device line by line; lines end with CR, LF or CR LF. What it holds is bounded by the limit for a
/// line, not by the size of the text. It stops, with an error, in a line of more than 128 Mi UTF-16 units,
/// which none has that is of any use. Blocks while the device does.
class TextLines
{
public:
    /// \a device is open for reading. Lines of more than \a maximumLength UTF-16 units are cut.
    /// \a sourceName is for messages.
    TextLines(QIODevice &device, const QString &sourceName, qsizetype maximumLength);

    /// The next line, or nothing at the end and after an error.
    std::optional<TextLine> next();
    /// Why it ended too early, if it did; names the line that could not be read.
    std::optional<ImportError> error() const;

private:
    void skipLineFeed();
    std::optional<qsizetype> findLineEnd();
    TextLine take(qsizetype end, qsizetype next);
    void makeRoom();
    bool isEndless() const;

    TextBlocks m_blocks;
    QString m_sourceName;
    qsizetype m_maximumLength;
    QString m_text;              // from the beginning of the current line
    qsizetype m_lineStart = 0;   // in m_text
    qsizetype m_searchStart = 0; // in m_text: there is no line end before it
    qint64 m_lineNumber = 1;
    qsizetype m_surplus = 0; // so much of the current line was cut
    bool m_behindCarriageReturn = false;
    bool m_ended = false; // nothing more comes from the device
};

} // namespace rollcall
