// SPDX-License-Identifier: MIT
// The target format "jsonl".
#pragma once

#include "core/lists/listwriter.h"

namespace rollcall {

/// One JSON object a line, with all that the list says about a URL: the members of entryToJson().
class JsonLinesListWriter final : public ListWriter
{
public:
    QString id() const override;
    QString summary() const override;
    bool takes(const UrlEntry &entry) const override;
    bool write(const UrlList &list, QIODevice &device, const QString &fileName) const override;
};

} // namespace rollcall
