// SPDX-License-Identifier: MIT
// What a connection of the fault server does, step by step, as a plain value, and the bytes of common
// answers.
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <utility>
#include <variant>

namespace rollcall::test {

/// Sends these bytes.
struct Send {
    explicit Send(QByteArray bytesToSend) : bytes(std::move(bytesToSend)) {}
    QByteArray bytes;
};

/// Sends the bytes in pieces of \a chunk bytes with a pause between one piece and the next.
struct SendDripped {
    SendDripped(QByteArray bytesToSend, qsizetype chunkBytes, std::chrono::milliseconds pause)
        : bytes(std::move(bytesToSend)),
          chunk(chunkBytes),
          interval(pause)
    {
    }
    QByteArray bytes;
    qsizetype chunk;
    std::chrono::milliseconds interval;
};

/// Sends the bytes \a count times, no faster than the client takes them: a body of any size without memory.
struct Repeat {
    Repeat(QByteArray bytesToSend, qint64 times) : bytes(std::move(bytesToSend)), count(times) {}
    QByteArray bytes;
    qint64 count;
};

/// Does nothing for a while.
struct Wait {
    explicit Wait(std::chrono::milliseconds time) : duration(time) {}
    std::chrono::milliseconds duration;
};

/// Does nothing until the client goes away.
struct WaitForever {
};

/// Reads one request, up to its blank line, and records it. The request that chose a route has been read
/// already.
struct WaitForRequest {
};

/// Closes the connection in good order once everything sent before is written. What the client sent and
/// nobody read turns the end into a reset, so a script for onConnect() has a WaitForRequest before it.
struct Close {
};

/// Ends the connection with a TCP reset once everything sent before is handed to the system.
struct Reset {
};

using Step = std::variant<Send, SendDripped, Repeat, Wait, WaitForever, WaitForRequest, Close, Reset>;

/// The steps of an answer, in order. Where a script ends without Close or Reset, the connection stays open
/// and the next request on it is served.
using Script = QList<Step>;

/// The end without an answer: the request is read, nothing is sent.
Script closeWithoutAnswer();

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The bytes of an HTTP/1.1 answer. Content-Length is added unless \a headers has it or Transfer-Encoding, or
/// the status has no body (1xx, 204, 304).
QByteArray httpResponse(int status, const Headers &headers = {}, const QByteArray &body = {});
/// A redirect to \a location with an empty body.
QByteArray redirect(int status, const QByteArray &location);
/// \a chunks in chunked transfer coding (RFC 9112, 7.1), with the last chunk: a body for httpResponse() with
/// the header Transfer-Encoding: chunked.
QByteArray chunked(const QList<QByteArray> &chunks);
/// \a data as a gzip file of one member (RFC 1952).
QByteArray gzipped(const QByteArray &data);

} // namespace rollcall::test
