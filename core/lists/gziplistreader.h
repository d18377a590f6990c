// SPDX-License-Identifier: MIT
// The import format "gzip".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// A gzip file with a list of any other format in it. What is compressed twice is no list.
class GzipListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
    ImportResult readWith(QIODevice &device, const QString &sourceName,
                          const ImportChoices &choices) const override;
    bool unpacks() const override { return true; }
};

} // namespace rollcall
