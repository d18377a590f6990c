// SPDX-License-Identifier: MIT
// Tells an outage of one's own network from one of the sites.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArray>
#include <QList>
#include <QSet>

#include <chrono>
#include <optional>

namespace rollcall {

/// Whether \a kind is how a site looks when the way to it is missing: names that are not found, no route,
/// no connection. A refused or broken connection is an answer.
bool isNetworkKind(ErrorKind kind);

/// Passes results on, and holds back failures of a network kind until it is known whose fault they are. An
/// answer from anywhere since such a call began makes them the sites' own; when so many hosts have failed in
/// this way, and nothing has answered since the first of their calls began, it is an outage of ours, until
/// something answers. The clock is the caller's.
class OutageFilter
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// A result on its way, and the number of the URL that it belongs to.
    struct Item {
        Item(int urlNumber, CheckResult checkResult) : url(urlNumber), result(std::move(checkResult)) {}
        int url;
        CheckResult result;
        bool isOurs = false; ///< it failed because our own network is out
    };
    enum class Notice { None, OutageBegins, OutageEnds };

    struct Step {
        Step() = default;
        QList<Item> passed;           ///< in the order in which they came
        Notice notice = Notice::None; ///< an outage begins before what is passed, and ends before it
    };

    /// \a hosts that fail together are an outage; at least 2.
    explicit OutageFilter(int hosts = 3) : m_hosts(hosts) {}

    /// \a began and \a ended: the last call, on Moment::elapsed.
    Step take(Item item, const QByteArray &host, Milliseconds began, Milliseconds ended);
    /// There is nobody left to ask: what was held back is passed on as the sites' own.
    Step giveUpWaiting();

    bool isOut() const { return m_isOut; }
    /// Failures are held back, and answers of other hosts would tell what they are.
    bool isWaiting() const { return !m_held.isEmpty(); }
    int hosts() const { return m_hosts; }
    /// The hosts that have failed since the last answer.
    const QSet<QByteArray> &failedHosts() const { return m_failedHosts; }

private:
    Step passAnswer(Item item, Milliseconds ended);
    void passHeld(Step &step, bool areOurs);

    int m_hosts;
    bool m_isOut = false;
    std::optional<Milliseconds> m_lastAnswer;
    QList<Item> m_held;
    QSet<QByteArray> m_failedHosts;
};

} // namespace rollcall
