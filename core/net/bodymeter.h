// SPDX-License-Identifier: MIT
// Counts, decodes and hashes a body as it streams by, and finds its title.
#pragma once

#include "core/net/bodydecoder.h"
#include "core/net/fetchresult.h"
#include "core/net/pagetitle.h"
#include "core/net/sha256.h"

#include <QByteArray>

#include <utility>

namespace rollcall {

/// Sees one body pass and knows its sizes and its hash afterwards. Holds nothing of it but the beginning,
/// when asked to.
class BodyMeter
{
public:
    /// \a maximumBytes: of the decoded body.
    BodyMeter(QByteArrayView contentType, QByteArrayView contentEncoding, qint64 maximumBytes);

    /// Takes the next bytes as transferred. Returns None, ContentDecoding or BodyTooLarge.
    ErrorKind feed(QByteArrayView transferred);
    /// At the end of the body: None, or ContentDecoding for compressed data that ends too early.
    ErrorKind finish() const;

    qint64 wireBytes() const { return m_wireBytes; }
    qint64 bodyBytes() const { return m_bodyBytes; }
    /// From now on keeps the first \a bytes of the decoded body.
    void keepPrefix(qint64 bytes) { m_keptBytes = bytes; }
    QByteArray takePrefix() { return std::move(m_prefix); }
    /// In hexadecimal. May be called once, at the end.
    QByteArray sha256() { return m_hash.hex(); }
    /// Of an HTML page; empty if there is none.
    QString title() const { return m_title.title(); }

private:
    qint64 m_maximumBytes;
    std::unique_ptr<BodyDecoder> m_decoder; // null: unknown encoding
    qint64 m_wireBytes = 0;
    qint64 m_bodyBytes = 0;
    PageTitle m_title;
    qint64 m_keptBytes = 0;
    QByteArray m_prefix;
    Sha256 m_hash;
};

} // namespace rollcall
