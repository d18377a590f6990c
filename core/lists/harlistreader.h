// SPDX-License-Identifier: MIT
// The import format "HAR".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// HTTP archives (HAR 1.2) as browsers record them: the requests with their methods and bodies. Their headers
/// are those of one session (cookies, conditions, what the browser adds) and are left out.
class HarListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
