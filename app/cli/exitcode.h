// SPDX-License-Identifier: MIT
// The exit statuses of rollcall-cli: a contract with scripts.
#pragma once

namespace rollcall::cli {

enum ExitCode {
    ExitPassed = 0,      ///< every URL passed
    ExitFailed = 1,      ///< at least one URL failed
    ExitUsage = 2,       ///< usage, input or output error
    ExitInterrupted = 3, ///< stopped; what was done is written
};

} // namespace rollcall::cli
