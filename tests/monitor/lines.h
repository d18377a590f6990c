// SPDX-License-Identifier: MIT
// Event logs, written down briefly.
#pragma once

#include <QStringList>

#include <initializer_list>

namespace rollcall::test {

inline QStringList lines(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

} // namespace rollcall::test
