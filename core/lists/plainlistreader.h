// SPDX-License-Identifier: MIT
// The import format "plain text": one URL a line.
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// Lines with one URL each, which may stand in <>, "" or ''. A line that starts with '#' is a comment, and so
/// is what follows a '#' behind white space; any other '#' starts a fragment. It is the last resort among the
/// formats: what is no text at all is refused here, with the reason.
class PlainListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
