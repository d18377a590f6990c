// SPDX-License-Identifier: MIT
// The engines that can carry the requests.
#pragma once

namespace rollcall {

enum class EngineKind {
    Exact, ///< on libcurl
    Qt,    ///< Qt's own QNetworkAccessManager
};

/// Whether this build has the engine.
bool isAvailable(EngineKind engine);

} // namespace rollcall
