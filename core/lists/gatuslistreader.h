// SPDX-License-Identifier: MIT
// The import format "Gatus".
#pragma once

#include "core/lists/listreader.h"

namespace rollcall {

/// The configuration of Gatus: its endpoints with names, groups, methods, headers, bodies, intervals, time
/// limits, and the statuses that their conditions accept. Endpoints of other kinds (tcp, icmp, dns) are
/// rejected lines.
class GatusListReader final : public ListReader
{
public:
    QString formatName() const override;
    QStringList fileSuffixes() const override;
    int recognise(const QByteArray &head, const QString &fileName) const override;
    ImportResult read(QIODevice &device, const QString &sourceName) const override;
};

} // namespace rollcall
