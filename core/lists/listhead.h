// SPDX-License-Identifier: MIT
// What the formats are recognised by: the beginning of a source, and its name.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// How certain a reader is of its format. A format that is known by its content wins over any name.
namespace recognised {
inline constexpr int no = 0;
inline constexpr int asLastResort = 1;
inline constexpr int byName = 20;
inline constexpr int byHabit = 40;   ///< the content looks like it
inline constexpr int byContent = 80; ///< the content is of the general kind: JSON, XML, HTML ...
inline constexpr int surely = 95;    ///< the content is of this format and of no other
} // namespace recognised

/// The first 8 KiB of \a device, which stay to be read. Waits for them where the device does.
QByteArray peekHead(QIODevice &device);

/// The text at the beginning of a source, without white space in front; empty for what is no text.
QString headText(const QByteArray &head);

/// recognised::byName when \a fileName has one of \a suffixes, else recognised::no.
int scoreOfName(const QString &fileName, const QStringList &suffixes);

} // namespace rollcall
