// SPDX-License-Identifier: MIT
// Names in one line of text, with commas between them: tags, lists.
#pragma once

#include <QString>
#include <QStringList>

namespace rollcall {

/// The names in \a text; each once, without white space around. A name in double quotes may have commas; a
/// quote within is written twice.
QStringList namesFromText(const QString &text);
/// What namesFromText() reads back.
QString namesText(const QStringList &names);

} // namespace rollcall
