// SPDX-License-Identifier: MIT
#include "core/net/replywatcher.h"

namespace rollcall {

ReplyWatcher::ReplyWatcher(QNetworkReply *reply) : m_isFinished(reply->isFinished()), m_reply(reply)
{
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { note(m_connecting); });
    connect(reply, &QNetworkReply::encrypted, this, [this] { note(m_encrypted); });
    connect(reply, &QNetworkReply::requestSent, this, [this] { note(m_requestSent); });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] { note(m_head); });
    connect(reply, &QNetworkReply::readyRead, this, [this] { m_happened.set(); });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
    connect(reply, &QNetworkReply::finished, this, [this] {
        m_isFinished = true;
        m_happened.set();
    });
}

async::Coroutine<void> ReplyWatcher::finished()
{
    while (!m_isFinished)
        co_await nextEvent();
}

void ReplyWatcher::note(std::optional<TimePoint> &moment)
{
    moment = async::Clock::now();
    m_happened.set();
}

} // namespace rollcall
