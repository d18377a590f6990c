// SPDX-License-Identifier: MIT
#include "core/reports/spool.h"

namespace rollcall {

bool Spool::append(const QByteArray &text)
{
    if (!m_file.isOpen() && !m_file.open())
        return fail();
    return m_file.write(text) == text.size() || fail();
}

bool Spool::copyTo(QIODevice &device)
{
    constexpr qint64 blockBytes = 64 * 1024;
    if (!m_file.isOpen())
        return true;
    if (!m_file.flush() || !m_file.seek(0))
        return fail();
    for (;;) {
        const QByteArray block = m_file.read(blockBytes);
        if (block.isEmpty())
            return m_file.error() == QFileDevice::NoError || fail();
        if (device.write(block) != block.size())
            return false;
    }
}

bool Spool::fail()
{
    const QString name = m_file.fileName().isEmpty() ? m_file.fileTemplate() : m_file.fileName();
    m_problem = QStringLiteral("the temporary file \"%1\" failed: %2").arg(name, m_file.errorString());
    return false;
}

} // namespace rollcall
