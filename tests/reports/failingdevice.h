// SPDX-License-Identifier: MIT
// A device that takes so many bytes and then fails, as a full disk does.
#pragma once

#include <QIODevice>

#include <algorithm>

namespace rollcall::test {

class FailingDevice : public QIODevice
{
public:
    explicit FailingDevice(qint64 capacityBytes) : m_capacity(capacityBytes)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = std::min(size, m_capacity);
        m_capacity -= taken;
        if (taken == size)
            return taken;
        setErrorString(QStringLiteral("No space left on device"));
        return taken > 0 ? taken : -1;
    }

private:
    qint64 m_capacity;
};

} // namespace rollcall::test
