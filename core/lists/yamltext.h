// SPDX-License-Identifier: MIT
// Texts for YAML files.
#pragma once

#include <QByteArray>
#include <QString>

namespace rollcall {

/// \a text as a YAML scalar in double quotes (YAML 1.2, section 7.3.1), in UTF-8 and on one line.
QByteArray yamlQuoted(const QString &text);

} // namespace rollcall
