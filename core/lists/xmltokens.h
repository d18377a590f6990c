// SPDX-License-Identifier: MIT
// Reads an XML document of any size token by token, within limits.
#pragma once

#include "core/lists/listreader.h"

#include <QString>
#include <QStringView>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rollcall {

class XmlBlockParser;

/// The elements of an XML document that is read block by block, in whatever encoding it is. Prefixes of
/// namespaces are left out of names. Entities of the document's own are expanded as far as they are no bomb,
/// external ones not at all. Elements may be nested 256 deep; a single text or tag may have 4 MiB.
class XmlTokens
{
public:
    XmlTokens(QIODevice &device, const QString &sourceName);
    ~XmlTokens();
    XmlTokens(const XmlTokens &) = delete;
    XmlTokens &operator=(const XmlTokens &) = delete;

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
    QStringView text() const;
    /// The line of the last token, from 1.
    qint64 line() const;
    /// Why it ended too early, if it did. Valid once there is no next token.
    const std::optional<ImportError> &error() const;

private:
    QStringView nameAt(qsizetype depth) const { return m_names[static_cast<std::size_t>(depth)]; }

    std::unique_ptr<XmlBlockParser> m_parser;
    std::size_t m_taken = 0; // of the parser's tokens
    // Of the elements on each depth: those that are open, or were the last to be there.
    std::vector<std::u16string> m_names;
    qsizetype m_depth = -1; // of the last token
    bool m_justEnded = false;
};

/// The local name of the root element of the XML that starts with \a head; empty when it is none.
QString xmlRootName(const QByteArray &head);

} // namespace rollcall
