// SPDX-License-Identifier: MIT
// The import format "Prometheus targets".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// The JSON files of Prometheus' file-based service discovery: an array of target groups.
class FileSdListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
