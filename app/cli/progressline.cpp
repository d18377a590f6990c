// SPDX-License-Identifier: MIT
#include "app/cli/progressline.h"

#include "app/cli/plaintext.h"

#include <QIODevice>

#include <algorithm>

namespace rollcall::cli {

namespace {

constexpr int longestBar = 30;
constexpr int shortestBar = 5;
constexpr auto startOfEmptyLine = "\r\x1b[K";

QString bar(double share, int width)
{
    const int full = int(share * width);
    return QLatin1Char('[') + QString(full, QChar(0x2588)) + QString(width - full, QLatin1Char(' ')) +
           QStringLiteral("] ");
}

QString speedAndRemainder(const CheckProgress &progress)
{
    const double seconds = std::chrono::duration<double>(progress.elapsed).count();
    const qsizetype done = progress.done();
    if (done == 0 || seconds <= 0)
        return {};
    const double perSecond = double(done) / seconds;
    const QString speed = QStringLiteral("  %1/s").arg(perSecond, 0, 'f', perSecond < 10 ? 1 : 0);
    const auto left = std::chrono::ceil<std::chrono::seconds>(
        std::chrono::duration<double>(double(progress.total - done) / perSecond));
    return speed + QStringLiteral("  %1 left").arg(humanWait(left));
}

} // namespace

QString progressText(const CheckProgress &progress, int columns)
{
    const qsizetype done = progress.done();
    const double share = progress.total > 0 ? double(done) / double(progress.total) : 0;
    QString text = QStringLiteral("%1 %  %2 of %3").arg(int(share * 100)).arg(done).arg(progress.total);
    if (progress.failed > 0)
        text += QStringLiteral(", %1 failed").arg(progress.failed);
    text += speedAndRemainder(progress);

    constexpr int frame = 3; // the brackets and the blank
    const int room = std::min(columns - int(text.size()) - frame, longestBar);
    if (room >= shortestBar)
        text.prepend(bar(share, room));
    return text.left(columns);
}

ProgressLine::ProgressLine(QIODevice &device) : m_device(device) {}

void ProgressLine::draw(const CheckProgress &progress, int columns)
{
    // The last column stays free: a terminal that wraps there would leave the line behind.
    m_device.write(startOfEmptyLine + progressText(progress, columns - 1).toUtf8());
    m_drawn = true;
}

void ProgressLine::erase()
{
    if (!m_drawn)
        return;
    m_device.write(startOfEmptyLine);
    m_drawn = false;
}

} // namespace rollcall::cli
