// SPDX-License-Identifier: MIT
// The import format "Prometheus targets (YAML)".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// The YAML files of Prometheus' file-based service discovery: a sequence of target groups.
class FileSdYamlListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
