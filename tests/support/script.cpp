// SPDX-License-Identifier: MIT
#include "tests/support/script.h"

#include <QtEndian>

#include <algorithm>

namespace rollcall::test {

namespace {

bool namesLength(const Headers &headers)
{
    return std::any_of(headers.begin(), headers.end(), [](const auto &field) {
        return field.first.compare("Content-Length", Qt::CaseInsensitive) == 0 ||
               field.first.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0;
    });
}

bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

// The checksum of gzip (RFC 1952, 8).
quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : data) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

Script closeWithoutAnswer()
{
    return {Close()};
}

QByteArray httpResponse(int status, const Headers &headers, const QByteArray &body)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!hasNoBody(status) && !namesLength(headers))
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

QByteArray redirect(int status, const QByteArray &location)
{
    return httpResponse(status, {{"Location", location}});
}

QByteArray chunked(const QList<QByteArray> &chunks)
{
    QByteArray bytes;
    for (const QByteArray &chunk : chunks)
        bytes += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    return bytes + "0\r\n\r\n";
}

QByteArray gzipped(const QByteArray &data)
{
    // qCompress() gives a length of four bytes, then a zlib stream: two bytes of header, the deflated data
    // and a checksum of four bytes. gzip has the same deflated data in a frame of its own.
    const QByteArray deflated = qCompress(data).mid(6).chopped(4);
    const QByteArray header = QByteArray::fromHex("1f8b0800000000000003");
    return header + deflated + littleEndian(crc32(data)) + littleEndian(static_cast<quint32>(data.size()));
}

} // namespace rollcall::test
