// SPDX-License-Identifier: MIT
// Alerts for tests, and channels and stores that write down what they are given.
#pragma once

#include "core/monitor/alertchannel.h"
#include "core/monitor/alertmessage.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace rollcall::test {

inline Alert alertOf(AlertKind kind, const char *url = "http://a.example/")
{
    Alert alert(kind, QDateTime::fromString(QStringLiteral("2026-11-24T10:05:15.123Z"), Qt::ISODateWithMs));
    alert.url = QString::fromLatin1(url);
    return alert;
}

/// An alert with everything in it.
inline Alert fullAlert()
{
    Alert alert = alertOf(AlertKind::Down, "https://a.example/\"path\"?q=1");
    alert.since = alert.at.addSecs(-15);
    alert.name = QStringLiteral("Shop \\ \"Zürich\"");
    alert.list = QStringLiteral("shops");
    alert.tags = QStringList{QStringLiteral("prod"), QStringLiteral("eu")};
    alert.previous = Health::Up;
    alert.reason = Reason(ErrorKind::HttpServerError, QStringLiteral("HTTP 503"));
    alert.status = 503;
    alert.certificateDays = 6;
    alert.detail = QStringLiteral("line\nbreak");
    return alert;
}

/// Delivers as it is told, one end after another, then well; writes down what it got.
class RecordingChannel final : public AlertChannel
{
public:
    explicit RecordingChannel(QList<AlertMessage> *messages, QList<Delivery> ends = {})
        : m_messages(messages),
          m_ends(std::move(ends))
    {
    }

    async::Coroutine<Delivery> deliver(AlertMessage message) override
    {
        m_messages->append(message);
        Delivery delivery = m_ends.isEmpty() ? Delivery() : m_ends.takeFirst();
        co_return delivery;
    }

private:
    QList<AlertMessage> *m_messages;
    QList<Delivery> m_ends;
};

} // namespace rollcall::test
