// SPDX-License-Identifier: MIT
// The import format "OPML".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// Outlines of feeds (OPML 1.0 and 2.0): the feed of an outline, or else its page; the outlines around it are
/// its group.
class OpmlListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
