// SPDX-License-Identifier: MIT
#include "core/lists/inflatedevice.h"

#include <zlib.h>

#include <algorithm>

namespace rollcall {

namespace {

constexpr qsizetype inputSize = 64 * 1024;
constexpr qint64 harmlessBytes = 1024 * 1024;
constexpr qint64 maximumRatio = 250;
constexpr qint64 maximumBytes = qint64(1024) * 1024 * 1024;
constexpr int gzipOnly = 16; // added to the size of the window

} // namespace

InflateDevice::InflateDevice(QIODevice &compressed, QObject *parent)
    : QIODevice(parent),
      m_compressed(compressed),
      m_stream(std::make_unique<z_stream>())
{
    inflateInit2(m_stream.get(), MAX_WBITS + gzipOnly);
    open(QIODevice::ReadOnly);
}

InflateDevice::~InflateDevice()
{
    inflateEnd(m_stream.get());
}

qint64 InflateDevice::readData(char *data, qint64 maximumSize)
{
    if (m_ended)
        return -1;
    m_stream->next_out = reinterpret_cast<Bytef *>(data);
    m_stream->avail_out = static_cast<uInt>(std::min<qint64>(maximumSize, 1 << 30));
    const uInt room = m_stream->avail_out;
    while (m_stream->avail_out == room && !m_ended) {
        if (fill())
            inflateSome();
    }
    const qint64 length = room - m_stream->avail_out;
    m_line += std::count(data, data + length, '\n');
    m_outputBytes += length;
    const qint64 inflatedBytes = m_inputBytes - m_stream->avail_in;
    if (isBomb(inflatedBytes))
        fail(QStringLiteral("it is a compression bomb, %1 bytes out of %2")
                 .arg(m_outputBytes)
                 .arg(inflatedBytes));
    return length == 0 ? -1 : length;
}

// Makes sure that there is compressed input; false at its end.
bool InflateDevice::fill()
{
    while (m_stream->avail_in == 0) {
        m_input = m_compressed.read(inputSize);
        if (m_input.isEmpty() && !m_compressed.atEnd() && m_compressed.waitForReadyRead(-1))
            continue;
        if (m_input.isEmpty()) {
            m_ended = true;
            if (!m_betweenMembers)
                fail(QStringLiteral("the compressed data ends in the middle"));
            return false;
        }
        m_inputBytes += m_input.size();
        m_stream->next_in = reinterpret_cast<Bytef *>(m_input.data());
        m_stream->avail_in = static_cast<uInt>(m_input.size());
    }
    return true;
}

void InflateDevice::inflateSome()
{
    m_betweenMembers = false;
    const int status = inflate(m_stream.get(), Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
        m_betweenMembers = true;
        inflateReset(m_stream.get());
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
        fail(QStringLiteral("the compressed data is damaged"));
    }
}

// What was read ahead and is still to be inflated does not count.
bool InflateDevice::isBomb(qint64 inflatedBytes) const
{
    return m_outputBytes > maximumBytes ||
           (m_outputBytes > harmlessBytes && m_outputBytes > inflatedBytes * maximumRatio);
}

void InflateDevice::fail(const QString &reason)
{
    m_ended = true;
    m_failure = reason;
    setErrorString(reason);
}

} // namespace rollcall
