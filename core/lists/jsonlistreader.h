// SPDX-License-Identifier: MIT
// The import format "JSON".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// JSON with an array of URLs or of objects that hold one ("url", "href", "link" and others), at the root or
/// up to two objects deep. Objects may hold what entryToJson() writes.
class JsonListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
