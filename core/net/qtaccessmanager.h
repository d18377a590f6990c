// SPDX-License-Identifier: MIT
// Qt's own QNetworkAccessManager, tuned for many requests to many hosts, and what it tells of its replies.
#pragma once

#include "core/net/replyfacts.h"

#include <QNetworkAccessManager>

#include <memory>

namespace rollcall {

class ReplyWatcher;

/// A manager of Qt's own that connects with buffered sockets, follows no redirect, and remembers nothing.
std::unique_ptr<QNetworkAccessManager> makeQtAccessManager();

/// The facts of \a watcher's reply as far as Qt tells them; the rest is empty.
ReplyFacts qtReplyFacts(const ReplyWatcher &watcher);

} // namespace rollcall
