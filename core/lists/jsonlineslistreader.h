// SPDX-License-Identifier: MIT
// The import format "JSON lines".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// JSON lines, one object with a URL in each: what httpx and `rollcall-cli` write. A line that is no JSON is
/// rejected.
class JsonLinesListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
