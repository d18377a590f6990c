// SPDX-License-Identifier: MIT
// The result of a row as the table keeps it a million times: small, and quick to sort and group by.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <array>
#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <unordered_set>

namespace rollcall {

/// A number or nothing, in the room of the number; the largest one stands for nothing.
template <class Number>
class Maybe
{
public:
    Maybe() = default;
    explicit Maybe(Number number) : m_number(number) {}

    bool isKnown() const { return m_number != unknown; }
    Number value() const { return m_number; }

private:
    static constexpr Number unknown = std::numeric_limits<Number>::max();
    Number m_number = unknown;
};

/// What the pages of a server have in common; rows share it.
struct ServerFacts {
    explicit ServerFacts(const FetchResult &fetch);

    QByteArray contentType;
    QByteArray httpVersion;
    QByteArray remoteIp;
    QByteArray tlsVersion;
    QString certificateIssuer;
    std::optional<QDateTime> certificateExpires;

    friend bool operator==(const ServerFacts &, const ServerFacts &) = default;
};

/// Gives equal facts to rows once. One thread.
class SharedServerFacts
{
public:
    std::shared_ptr<const ServerFacts> of(const FetchResult &fetch);

private:
    using Pointer = std::shared_ptr<const ServerFacts>;
    struct Hash {
        std::size_t operator()(const Pointer &facts) const;
    };
    struct Equal {
        bool operator()(const Pointer &a, const Pointer &b) const { return *a == *b; }
    };
    std::unordered_set<Pointer, Hash, Equal> m_known;
};

/// Everything of a CheckResult that a table, a report or the store may ask for again and again. Not its
/// response headers and certificates, which the store keeps for when somebody looks at the row. Never
/// changes; any thread may read it.
class KeptResult
{
public:
    using Microseconds = std::chrono::microseconds;

    /// \a result is that of an entry with the URL \a url.
    KeptResult(const CheckResult &result, const QByteArray &url, SharedServerFacts &servers);

    /// The whole again, \a url being the entry's; but for what is not kept.
    CheckResult toCheckResult(const QByteArray &url) const;

    Outcome outcome() const { return m_outcome; }
    ErrorKind error() const { return m_error; }
    int status() const { return m_status; }
    int attempts() const { return m_attempts; }
    /// Without a head no body can have come: its size is unknown then, not zero.
    std::optional<qint64> bodyBytes() const
    {
        return m_status != 0 ? std::optional(m_bodyBytes) : std::nullopt;
    }
    std::optional<qint64> wireBytes() const;
    std::optional<Microseconds> queueTime() const;
    FetchTimes times() const;
    std::optional<Microseconds> total() const { return toTime(m_total); }
    std::optional<QDateTime> startedAt() const;
    const ServerFacts &server() const { return *m_server; }
    QByteArray bodySha256() const;
    QString pageTitle() const { return QString::fromUtf8(m_pageTitle); }
    /// \a url being the entry's.
    QByteArray finalUrl(const QByteArray &url) const;
    qsizetype redirects() const { return m_rest ? m_rest->redirects.size() : 0; }

private:
    /// A time that cannot be longer than any call may take, an hour.
    using Time = Maybe<quint32>;
    /// What most results do not have.
    struct Rest {
        bool isEmpty() const;
        QString errorDetail;
        QByteArray finalUrl;
        QList<RedirectHop> redirects;
        QList<Reason> furtherReasons;
        QByteArray oddSha256; // which is none
    };

    static Time fromTime(const std::optional<Microseconds> &time);
    static std::optional<Microseconds> toTime(Time time);
    void keepSha256(const QByteArray &hexadecimal, Rest &rest);

    Outcome m_outcome;
    ErrorKind m_error;
    Maybe<qint8> m_reusedConnection;
    bool m_hasSha256 = false;
    int m_status;
    int m_attempts;
    Time m_dns;
    Time m_connect;
    Time m_tls;
    Time m_firstByte;
    Time m_total;
    qint64 m_bodyBytes;
    Maybe<qint64> m_wireBytes;
    Maybe<qint64> m_queueTime;
    Maybe<qint64> m_startedAt;
    std::array<char, 32> m_sha256{};
    QByteArray m_pageTitle;
    std::shared_ptr<const ServerFacts> m_server;
    std::unique_ptr<const Rest> m_rest;
};

} // namespace rollcall
