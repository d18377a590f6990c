// SPDX-License-Identifier: MIT
// A device that makes up its bytes as they are read, in portions of a chosen size, and may fail.
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>

namespace rollcall {

/// Holds none of its bytes, so that a test can read far more than memory.
class GeneratedDevice : public QIODevice
{
public:
    /// The \a pattern is repeated until \a total bytes were given, at most \a portion at a time.
    GeneratedDevice(QByteArray pattern, qint64 total, qint64 portion)
        : m_pattern(std::move(pattern)),
          m_total(total),
          m_portion(portion)
    {
        open(QIODevice::ReadOnly);
    }

    /// Makes it a pipe rather than a file.
    void setSequential(bool sequential) { m_sequential = sequential; }
    /// What is given once, before the pattern.
    void setPrefix(const QByteArray &prefix) { m_prefix = prefix; }
    /// How many bytes were read; a pipe has no position.
    qint64 given() const { return m_given; }
    /// Makes reading fail behind all bytes.
    void failAtEnd() { m_failsAtEnd = true; }

    bool isSequential() const override { return m_sequential; }
    bool atEnd() const override
    {
        return m_given == m_total && !m_failsAtEnd && QIODevice::bytesAvailable() == 0;
    }
    qint64 size() const override { return m_total; }
    bool seek(qint64 position) override
    {
        m_given = position;
        return QIODevice::seek(position);
    }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 length = std::min({maximum, m_portion, m_total - m_given});
        if (length == 0 && m_failsAtEnd) {
            setErrorString(QStringLiteral("the disk is gone"));
            return -1;
        }
        for (qint64 done = 0; done < length;) {
            const QByteArrayView piece = bytesFrom(m_given);
            const qint64 step = std::min<qint64>(length - done, piece.size());
            std::copy_n(piece.data(), step, data + done);
            done += step;
            m_given += step;
        }
        return length;
    }
    qint64 writeData(const char * /*data*/, qint64 /*length*/) override { return -1; }

private:
    QByteArrayView bytesFrom(qint64 position) const
    {
        if (position < m_prefix.size())
            return QByteArrayView(m_prefix).sliced(position);
        return QByteArrayView(m_pattern).sliced((position - m_prefix.size()) % m_pattern.size());
    }

    QByteArray m_prefix;
    QByteArray m_pattern;
    qint64 m_total;
    qint64 m_portion;
    qint64 m_given = 0;
    bool m_sequential = false;
    bool m_failsAtEnd = false;
};

} // namespace rollcall
