// SPDX-License-Identifier: MIT
// Reads the content of a gzip file as it is being inflated.
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <memory>

struct z_stream_s;

namespace rollcall {

/// A sequential device over a gzip file of one or more members (RFC 1952). It stops, with an error, at more
/// than 1 GiB of content, and where more than 1 MiB of content is more than 250 times as large as what it was
/// inflated from, which lists never are.
class InflateDevice : public QIODevice
{
    Q_OBJECT
public:
    /// \a compressed is open for reading and outlives this.
    explicit InflateDevice(QIODevice &compressed, QObject *parent = nullptr);
    ~InflateDevice() override;

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_ended && QIODevice::bytesAvailable() == 0; }
    /// Why it ended too early; empty when it did not.
    QString failure() const { return m_failure; }
    /// The line of the content on which it ended, from 1.
    qint64 line() const { return m_line; }

protected:
    qint64 readData(char *data, qint64 maximumSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool fill();
    void inflateSome();
    bool isBomb(qint64 inflatedBytes) const;
    void fail(const QString &reason);

    QIODevice &m_compressed;
    std::unique_ptr<z_stream_s> m_stream;
    QByteArray m_input;
    bool m_betweenMembers = true;
    bool m_ended = false;
    qint64 m_inputBytes = 0;
    qint64 m_outputBytes = 0;
    qint64 m_line = 1;
    QString m_failure;
};

} // namespace rollcall
