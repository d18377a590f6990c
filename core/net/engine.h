// SPDX-License-Identifier: MIT
// The engines that can carry the requests.
#pragma once

namespace rollcall {

enum class EngineKind {
    Exact, ///< on libcurl
    Qt,    ///< Qt's own QNetworkAccessManager
};

/// Whether this build has the engine, and the libraries found at run time will do for it.
bool isAvailable(EngineKind engine);
/// The exact engine where it is available.
EngineKind defaultEngine();

} // namespace rollcall
