// SPDX-License-Identifier: MIT
// The import format "text".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// Running text of any kind (mails, Markdown, logs, source code): the URLs that are found in it.
class TextListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
