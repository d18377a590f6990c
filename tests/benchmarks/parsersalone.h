// SPDX-License-Identifier: MIT
// What the parsers of others need for a list by themselves, for comparison with the readers that use them.
#pragma once

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// Each reads \a device to its end and does nothing with what it finds.
using ParserAlone = void (*)(QIODevice &device);

void parseXmlAlone(QIODevice &device);
void parseHtmlAlone(QIODevice &device); ///< nothing in a build without libxml2
void parseYamlAlone(QIODevice &device); ///< nothing in a build without yaml-cpp

} // namespace rollcall
