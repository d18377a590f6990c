// SPDX-License-Identifier: MIT
// The article's first program: calls each URL of the command line concurrently, and then says how each one
// went.
#include "core/async/gather.h"
#include "core/async/run.h"
#include "core/net/bodyof.h"
#include "tests/examples/print.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

using namespace rollcall;
using namespace rollcall::async;

Coroutine<QByteArray> callUrl(QNetworkAccessManager *session, QString url)
{
    print(QStringLiteral("Starting request for %1").arg(url));
    const QByteArray body = co_await bodyOf(session->get(QNetworkRequest(QUrl(url))));
    print(QStringLiteral("%1: %2 bytes").arg(url).arg(body.size()));
    co_return body;
}

Coroutine<void> callAll(QStringList urls)
{
    QNetworkAccessManager session;
    std::vector<Coroutine<QByteArray>> calls;
    for (const QString &url : urls)
        calls.push_back(callUrl(&session, url));

    const std::vector<Result<QByteArray>> results = co_await gather(std::move(calls), returnExceptions);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const QString &url = urls[qsizetype(i)];
        try {
            results[i].value();
            print(QStringLiteral("%1 request successful").arg(url));
        } catch (const std::exception &error) {
            print(QStringLiteral("%1 request failed: %2").arg(url, QString::fromUtf8(error.what())));
        }
    }
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    run(callAll(QCoreApplication::arguments().mid(1)));
}
