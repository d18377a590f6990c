// SPDX-License-Identifier: MIT
// What holds for all requests of a run, whichever access manager carries them.
#pragma once

#include "core/net/engine.h"

#include <QString>

namespace rollcall {

struct TransportOptions {
    TransportOptions() = default;

    EngineKind engine = defaultEngine();
    bool verifyTls = true;
    QString caFile; ///< PEM; empty: the system's authorities
};

} // namespace rollcall
