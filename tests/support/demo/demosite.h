// SPDX-License-Identifier: MIT
// The pages of the demonstration: each path misbehaves in one way.
#pragma once

#include "tests/support/faultserver.h"

#include <QByteArray>
#include <QList>

namespace rollcall::test {

/// One line of the demonstration's list.
struct DemoUrl {
    QByteArray url;
    QByteArray shows; ///< what to expect, for the comment above the line
};

/// Gives \a server, which listens already, its pages; answers with their URLs.
QList<DemoUrl> addDemoPages(FaultServer &server);

} // namespace rollcall::test
