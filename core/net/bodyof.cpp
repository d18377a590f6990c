// SPDX-License-Identifier: MIT
#include "core/net/bodyof.h"

#include "core/net/replywatcher.h"

namespace rollcall {

namespace {

async::Coroutine<QByteArray> bodyOfWatched(std::unique_ptr<ReplyWatcher> watcher)
{
    co_await watcher->finished();
    QNetworkReply &reply = watcher->reply();
    if (reply.error() != QNetworkReply::NoError)
        throw RequestFailed(reply.error(), reply.errorString());
    co_return reply.readAll();
}

} // namespace

async::Coroutine<QByteArray> bodyOf(QNetworkReply *reply)
{
    return bodyOfWatched(std::make_unique<ReplyWatcher>(reply)); // owned even if nobody awaits it
}

} // namespace rollcall
