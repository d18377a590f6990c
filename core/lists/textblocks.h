// SPDX-License-Identifier: MIT
// Reads a device block by block, as bytes or as decoded text, and says why it could not go on.
#pragma once

#include "core/lists/listreader.h"
#include "core/lists/textdecoder.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace rollcall {

/// Reads a device in blocks of bytes. Blocks while the device does.
class ByteBlocks
{
public:
    /// \a device is open for reading. \a sourceName is for messages.
    ByteBlocks(QIODevice &device, QString sourceName);

    /// Replaces \a block by the next bytes; false at the end and after an error.
    bool next(QByteArray &block);
    /// Why it ended too early, if it did.
    const std::optional<ImportError> &error() const { return m_error; }

private:
    QIODevice &m_device;
    QString m_sourceName;
    std::optional<ImportError> m_error;
};

/// Reads a device in blocks of text, in whatever encoding it is.
class TextBlocks
{
public:
    TextBlocks(QIODevice &device, const QString &sourceName);

    /// Appends the next part of the text; false at the end and after an error. A part may be empty.
    bool append(QString &text);
    /// Why it ended too early, if it did. The line is not known here.
    const std::optional<ImportError> &error() const { return m_error; }

private:
    void note(std::optional<TextProblem> problem);

    ByteBlocks m_blocks;
    QString m_sourceName;
    QByteArray m_block;
    TextDecoder m_decoder;
    bool m_ended = false;
    std::optional<ImportError> m_error;
};

} // namespace rollcall
