// SPDX-License-Identifier: MIT
#include "core/net/replywatcher.h"

#include "core/net/qtaccessmanager.h"

#include <algorithm>

namespace rollcall {

ReplyWatcher::ReplyWatcher(QNetworkReply *reply) : m_isFinished(reply->isFinished()), m_reply(reply)
{
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { note(m_connecting); });
    connect(reply, &QNetworkReply::encrypted, this, [this] { note(m_encrypted); });
    connect(reply, &QNetworkReply::requestSent, this, [this] { note(m_requestSent); });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] { note(m_head); });
    connect(reply, &QNetworkReply::readyRead, this, [this] { happened(); });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
    connect(reply, &QNetworkReply::finished, this, [this] {
        m_isFinished = true;
        happened();
    });
}

async::Coroutine<void> ReplyWatcher::finished()
{
    while (!m_isFinished)
        co_await nextEvent();
}

int ReplyWatcher::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

qint64 ReplyWatcher::read(char *data, qint64 maximumBytes)
{
    return m_reply->bytesAvailable() > 0 ? std::max<qint64>(m_reply->read(data, maximumBytes), 0) : 0;
}

ReplyFacts ReplyWatcher::facts() const
{
    const QVariant told = m_reply->attribute(replyFactsAttribute);
    return told.isValid() ? told.value<ReplyFacts>() : qtReplyFacts(*this);
}

void ReplyWatcher::note(std::optional<TimePoint> &moment)
{
    moment = async::Clock::now();
    happened();
}

} // namespace rollcall
