// SPDX-License-Identifier: MIT
// The target format "gatus".
#pragma once

#include "core/lists/listwriter.h"

namespace rollcall {

/// A configuration of Gatus. Gatus wants a name for every endpoint, different ones within a group: a URL
/// without a name is its own, and a number tells those apart that are the same. Tags become the extra label
/// "tags".
class GatusListWriter final : public ListWriter
{
public:
    QString id() const override;
    QString summary() const override;
    bool write(const UrlList &list, QIODevice &device, const QString &fileName) const override;
};

} // namespace rollcall
