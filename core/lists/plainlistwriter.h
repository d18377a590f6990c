// SPDX-License-Identifier: MIT
// The target format "plain".
#pragma once

#include "core/lists/listwriter.h"

namespace rollcall {

/// One URL a line, as it is called: canonical and in ASCII. What else the list says about a URL has no place
/// here.
class PlainListWriter final : public ListWriter
{
public:
    QString id() const override;
    QString summary() const override;
    bool takes(const UrlEntry &entry) const override;
    bool write(const UrlList &list, QIODevice &device, const QString &fileName) const override;
};

} // namespace rollcall
