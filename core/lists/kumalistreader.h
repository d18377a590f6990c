// SPDX-License-Identifier: MIT
// The import format "Uptime Kuma".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// The backup of Uptime Kuma 1.x: its monitors of HTTP with names, groups, tags, methods, headers, bodies,
/// accepted statuses, intervals and time limits. Monitors of other kinds (ping, DNS, ports) are rejected
/// lines.
class KumaListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
