// SPDX-License-Identifier: MIT
#include "tests/examples/optimizedfetch.h"

#include "core/async/gather.h"
#include "core/async/semaphore.h"
#include "core/async/waitfor.h"
#include "core/net/bodyof.h"

#include <QNetworkAccessManager>

using namespace rollcall;
using namespace rollcall::async;
using namespace std::chrono_literals;

namespace {

Coroutine<Fetched> fetchOne(QNetworkAccessManager *session, Semaphore *connections, QString url)
{
    const Semaphore::Permit permit = co_await connections->acquire();
    try {
        const QByteArray body = co_await waitFor(bodyOf(session->get(QNetworkRequest(QUrl(url)))), 30s);
        co_return Fetched(url, QString::fromUtf8(body).size(), {});
    } catch (const std::exception &error) {
        co_return Fetched(url, 0, QString::fromUtf8(error.what()));
    }
}

} // namespace

Coroutine<std::vector<Fetched>> optimizedFetch(QStringList urls, int maxConcurrent)
{
    QNetworkAccessManager session;
    Semaphore connections(maxConcurrent);
    std::vector<Coroutine<Fetched>> fetches;
    for (const QString &url : urls)
        fetches.push_back(fetchOne(&session, &connections, url));
    std::vector<Fetched> results = co_await gather(std::move(fetches));
    co_return results;
}
