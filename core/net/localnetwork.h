// SPDX-License-Identifier: MIT
// Whether this computer has a network at all.
#pragma once

namespace rollcall {

/// Whether no interface but loopback is up and has an address: whatever cannot be reached then says nothing
/// about who was to be reached. Asks the system, which takes about as long as a look-up on loopback. Any
/// thread.
bool isOffline();

} // namespace rollcall
