// SPDX-License-Identifier: MIT
// The import format "table": CSV and TSV files with a column of URLs.
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// Comma, semicolon, tab or bar separated values (RFC 4180). The column of URLs is the one that is chosen, or
/// that the header names so ("url", "Address", "URL/IP" and others), or else the one with the most URLs.
/// Columns for name, group, tags, method, expected status and interval (seconds) are read where the header
/// names them. ImportedList::table says which columns were taken.
class CsvListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
    ImportResult readWith(QIODevice &device, const QString &sourceName,
                          const ImportChoices &choices) const override;
};

} // namespace rollcall
