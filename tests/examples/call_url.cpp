// SPDX-License-Identifier: MIT
// The article's first program: calls each URL of the command line concurrently, and then says how each one
// went.
#include "core/async/gather.h"
#include "core/async/run.h"
#include "core/net/replywatcher.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QTextStream>

#include <stdexcept>

using namespace rollcall;
using namespace rollcall::async;

namespace {

void print(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

Coroutine<QByteArray> callUrl(QNetworkAccessManager *session, QString url)
{
    print(QStringLiteral("Starting request for %1").arg(url));
    ReplyWatcher watcher(session->get(QNetworkRequest(QUrl(url))));
    co_await watcher.finished();
    QNetworkReply &reply = watcher.reply();
    if (reply.error() != QNetworkReply::NoError)
        throw std::runtime_error(reply.errorString().toStdString());
    const QByteArray body = reply.readAll();
    print(QStringLiteral("%1: %2 bytes").arg(url).arg(body.size()));
    co_return body;
}

Coroutine<void> callAll(QStringList urls)
{
    QNetworkAccessManager session;
    std::vector<Coroutine<QByteArray>> calls;
    for (const QString &url : urls)
        calls.push_back(callUrl(&session, url));
    Coroutine<std::vector<Result<QByteArray>>> all = gather(std::move(calls), returnExceptions);
    const std::vector<Result<QByteArray>> results = co_await std::move(all);
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

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    run(callAll(QCoreApplication::arguments().mid(1)));
}
