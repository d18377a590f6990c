// SPDX-License-Identifier: MIT
// The target format "prometheus".
#pragma once

#include "core/lists/listwriter.h"

namespace rollcall {

/// A folder for Prometheus and its blackbox_exporter: the targets (file-based service discovery), the modules
/// that probe them, a scrape configuration, and alert rules. An interval of an entry becomes that of its
/// target.
class PrometheusListWriter final : public ListWriter
{
public:
    QString id() const override;
    QString summary() const override;
    QStringList fileNames() const override;
    bool write(const UrlList &list, QIODevice &device, const QString &fileName) const override;
};

} // namespace rollcall
