// SPDX-License-Identifier: MIT
// Turns the bytes of a text in any of the usual encodings into UTF-16, block by block.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace rollcall {

/// Why bytes are no text that can be read.
enum class TextProblem {
    NulBytes,          ///< no text holds them: this is a binary file
    ControlCharacters, ///< so many of them that it is a binary file
    UnknownEncoding,   ///< neither Unicode nor, as far as can be told, Western European
};

/// What a TextDecoder has found its text to be in.
enum class TextEncoding { Unknown, Ascii, Utf8, Windows1252, Utf16Le, Utf16Be, Utf32Le, Utf32Be };

/// Decodes one text. The encoding is told by a byte order mark, by the NUL bytes that UTF-16 leaves between
/// ASCII letters, or else at the first byte that is not ASCII: UTF-8 when what follows is valid, otherwise
/// Windows-1252 (which includes Latin-1) when what follows looks like it. How the bytes are cut into blocks
/// makes no difference, and no more than a few kilobytes are held back. What is malformed becomes U+FFFD,
/// except that lone surrogates of UTF-16 are passed on as they are.
class TextDecoder
{
public:
    /// Appends to \a text what can be told of \a bytes. After a problem the decoder is done with.
    std::optional<TextProblem> decode(const QByteArray &bytes, QString &text);
    /// Appends to \a text what was held back: there are no more bytes.
    std::optional<TextProblem> finish(QString &text);

    /// What is known so far: Ascii may still become Utf8 or Windows1252.
    TextEncoding encoding() const { return m_encoding; }

private:
    std::optional<TextProblem> advance(QString &text, bool last);
    std::optional<TextProblem> examineHead();
    void appendAscii(QString &text);
    std::optional<TextProblem> leaveAscii();
    void appendWhole(QString &text, bool last);

    TextEncoding m_encoding = TextEncoding::Unknown;
    QByteArray m_pending;
};

} // namespace rollcall
