// SPDX-License-Identifier: MIT
#include "core/reports/htmltext.h"

#include <QLocale>

namespace rollcall {

namespace {

const QLocale &english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

} // namespace

QByteArray htmlCount(qint64 count)
{
    return english().toString(count).toUtf8();
}

QByteArray htmlBytes(qint64 bytes)
{
    return english().formattedDataSize(bytes, 1).toUtf8();
}

QByteArray htmlTime(std::chrono::microseconds time)
{
    const qint64 milliseconds = std::chrono::round<std::chrono::milliseconds>(time).count();
    if (milliseconds < 1000)
        return QByteArray::number(milliseconds) + " ms";
    return QByteArray::number(double(milliseconds) / 1000, 'f', 1) + " s";
}

} // namespace rollcall
