// SPDX-License-Identifier: MIT
// The import format "web page".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// HTML: the targets of its links, taken as relative to its base element when it has one, and the URLs in its
/// text. Links that lead to no http or https URL of their own (a fragment, a path without a base) are
/// rejected lines.
class HtmlListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
