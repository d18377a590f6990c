// SPDX-License-Identifier: MIT
// The import format "bookmarks".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// The bookmark files that browsers write (Netscape bookmarks): names, tags, and folders as groups.
class BookmarksListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
