// SPDX-License-Identifier: MIT
// Lets SIGINT and SIGTERM end the event loop, so that a program leaves in good order. POSIX only.
#pragma once

namespace rollcall::test {

/// From now on SIGINT and SIGTERM quit the application's event loop. Call once, after the application was
/// made.
void quitOnSignal();

} // namespace rollcall::test
