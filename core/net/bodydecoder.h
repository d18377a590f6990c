// SPDX-License-Identifier: MIT
// Undoes the Content-Encoding of a body as it streams by.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>

namespace rollcall {

/// Decodes one body. Bounded memory whatever comes: the decoded bytes are handed on in pieces.
class BodyDecoder
{
public:
    /// Receives decoded bytes; false stops the decoding (a cap is reached).
    using Sink = std::function<bool(QByteArrayView)>;

    enum class Status {
        Ok,
        Stopped, ///< the sink asked for it
        Damaged, ///< the compressed data breaks its format, or something follows it
    };

    virtual ~BodyDecoder() = default;
    virtual Status feed(QByteArrayView encoded, const Sink &sink) = 0;
    /// At the end of the body: whether the compressed data was complete.
    virtual bool isComplete() const = 0;

    /// The decoder for this Content-Encoding (RFC 9110, section 8.4; empty is identity, several codings are a
    /// list); null when one is unknown.
    static std::unique_ptr<BodyDecoder> forEncoding(QByteArrayView contentEncoding);
    /// What to ask servers for: the Accept-Encoding that forEncoding() can undo.
    static QByteArray acceptEncoding();
};

} // namespace rollcall
