// SPDX-License-Identifier: MIT
// Tells hosts of one's own network, which answer also when the world is out of reach, from the others.
#pragma once

#include <QByteArrayView>

namespace rollcall {

/// Whether \a host, as it stands in a canonical URL, is on this machine or in its network by its address
/// (loopback, link-local, private) or by its name: "localhost", a name without a dot, or one that ends in
/// .localhost, .local, .lan, .internal or .home.arpa.
bool isNearHost(QByteArrayView host);

} // namespace rollcall
