// SPDX-License-Identifier: MIT
// Numbers and texts one behind the other in as few bytes as they need.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace rollcall {

/// Numbers are LEB128: seven bits a byte, the lowest first. Signed ones are folded, so that small ones of
/// either sign are short: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...
class ByteWriter
{
public:
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes.append(char(value | 0x80));
        m_bytes.append(char(value));
    }
    void signedNumber(qint64 value) { number((quint64(value) << 1) ^ quint64(value >> 63)); }
    /// With its length in front.
    void text(QByteArrayView value)
    {
        number(quint64(value.size()));
        m_bytes.append(value.data(), value.size());
    }

    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads what a ByteWriter wrote. Past the end, or where something cannot have been written, it has failed
/// and gives zeros.
class ByteReader
{
public:
    /// \a bytes outlive the reader.
    explicit ByteReader(QByteArrayView bytes) : m_bytes(bytes) {}

    quint64 number()
    {
        constexpr int bits = 64;
        quint64 value = 0;
        for (int shift = 0; shift < bits && m_at < m_bytes.size(); shift += 7) {
            const auto byte = quint8(m_bytes[m_at++]);
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        return fail();
    }
    qint64 signedNumber()
    {
        const quint64 value = number();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    QByteArrayView text()
    {
        const quint64 size = number();
        if (size > quint64(m_bytes.size() - m_at)) {
            fail();
            return {};
        }
        m_at += qsizetype(size);
        return m_bytes.sliced(m_at - qsizetype(size), qsizetype(size));
    }

    bool atEnd() const { return m_at >= m_bytes.size(); }
    bool hasFailed() const { return m_hasFailed; }
    /// For whoever knows better what can have been written. Always zero.
    quint64 fail()
    {
        m_at = m_bytes.size();
        m_hasFailed = true;
        return 0;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_hasFailed = false;
};

} // namespace rollcall
