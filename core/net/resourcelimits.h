// SPDX-License-Identifier: MIT
// The operating system's limits on this process.
#pragma once

namespace rollcall {

/// Raises the number of files and sockets that this process may open to the most the system grants; a process
/// starts with far less (1024 on most Linux systems). Does nothing where the system knows no such limit.
void raiseOpenFilesLimit();

} // namespace rollcall
