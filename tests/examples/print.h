// SPDX-License-Identifier: MIT
// print(): a line on standard output.
#pragma once

#include <QTextStream>

inline void print(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}
