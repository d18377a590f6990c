// SPDX-License-Identifier: MIT
// The import format "feed".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// RSS 0.9 to 2.0 and Atom (RFC 4287): the links of the items, with their titles as names.
class FeedListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
