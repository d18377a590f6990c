// SPDX-License-Identifier: MIT
// Reads an XML document of any size token by token, within limits.
#pragma once

#include "core/lists/textblocks.h"

#include <QString>
#include <QStringView>
#include <QXmlStreamReader>

#include <optional>
#include <string>
#include <vector>

namespace rollcall {

/// A QXmlStreamReader that is fed block by block. Entities of the document's own are expanded to a few
/// thousand characters at most, external ones not at all. Elements may be nested 256 deep; a single text or
/// tag may have 4 MiB.
class XmlTokens
{
public:
    XmlTokens(QIODevice &device, const QString &sourceName);

    /// Reads up to the next start or end of an element, true for a start; nothing at the end and after an
    /// error.
    std::optional<bool> next();

    // Names and texts are valid until the next token.

    /// The local name of the element that has just begun or ended.
    QStringView name() const { return nameAt(m_depth); }
    /// The local name of the element around it; empty for the root.
    QStringView parent() const { return m_depth > 0 ? nameAt(m_depth - 1) : QStringView(); }
    /// Of the element that has just begun; empty when it has no such attribute.
    QStringView attribute(QStringView localName) const;
    /// The text between the last token and the one before.
    QStringView text() const { return QStringView(m_text).trimmed(); }
    /// The line of the last token, from 1.
    qint64 line() const { return m_reader.lineNumber(); }
    /// Why it ended too early, if it did.
    const std::optional<ImportError> &error() const { return m_error; }

private:
    QStringView nameAt(qsizetype depth) const { return m_names[static_cast<std::size_t>(depth)]; }
    bool feed();
    bool begin();
    void appendText();
    void refuseExternalEntities();
    void fail(const QString &reason);

    ByteBlocks m_blocks;
    QString m_sourceName;
    QByteArray m_block;
    QXmlStreamReader m_reader;
    // Of the elements on each depth: those that are open, or were the last to be there. Both texts keep their
    // memory and are made anew for each token, in which a QString takes several times as long.
    std::vector<std::u16string> m_names;
    qsizetype m_depth = -1; // of the last token
    bool m_justEnded = false;
    std::u16string m_text;
    qsizetype m_fedSinceToken = 0;
    std::optional<ImportError> m_error;
};

} // namespace rollcall
