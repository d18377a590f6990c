// SPDX-License-Identifier: MIT
#include "core/reports/failureswriter.h"

#include "core/reports/reporttext.h"

#include <QIODevice>

namespace rollcall {

FailuresWriter::FailuresWriter(QIODevice &device, const ReportOptions & /*options*/) : m_device(device) {}

bool FailuresWriter::begin()
{
    return true;
}

bool FailuresWriter::write(const CheckResult &result)
{
    if (result.outcome != Outcome::Failed)
        return true;
    m_isEmpty = false;
    const QByteArray reason = oneLine(validUtf8(englishMessage(result).toUtf8()));
    const QByteArray lines = "# " + reason + '\n' + oneLine(validUtf8(result.url)) + '\n';
    return m_device.write(lines) == lines.size();
}

bool FailuresWriter::end()
{
    const QByteArray line = m_isEmpty ? QByteArray("# No URL failed.\n") : QByteArray();
    return m_device.write(line) == line.size();
}

} // namespace rollcall
