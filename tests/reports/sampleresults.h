// SPDX-License-Identifier: MIT
// Results whose every field is known, and hostile ones, for the tests of the writers.
#pragma once

#include "core/check/checkresult.h"

#include <QTimeZone>

namespace rollcall::test {

/// A success with every field set, each to a value of its own.
inline CheckResult completeResult()
{
    using std::chrono::microseconds;
    CheckResult result;
    result.url = "http://example.com/";
    result.outcome = Outcome::Ok;
    result.attempts = 2;
    result.queueTime = microseconds(1'250);
    result.startedAt = QDateTime(QDate(2025, 2, 3), QTime(4, 5, 6, 7), QTimeZone::utc());
    FetchResult &fetch = result.fetch;
    fetch.finalUrl = "https://www.example.com/";
    fetch.status = 200;
    fetch.bodyBytes = 12'345;
    fetch.wireBytes = 2'345;
    fetch.contentType = "text/html; charset=utf-8";
    fetch.redirects = {RedirectHop("http://example.com/", 301, microseconds(20'000)),
                       RedirectHop("https://example.com/", 302, microseconds(1'234'567))};
    fetch.httpVersion = "1.1";
    fetch.remoteIp = "192.0.2.1";
    fetch.tlsVersion = "1.3";
    fetch.certificateExpires = QDateTime(QDate(2030, 12, 31), QTime(23, 59, 59), QTimeZone::utc());
    fetch.bodySha256 = QByteArray(64, 'a');
    fetch.pageTitle = QStringLiteral("A title");
    fetch.certificateIssuer = QStringLiteral("An authority");
    fetch.times.dns = microseconds(0);
    fetch.times.connect = microseconds(49);
    fetch.times.tls = microseconds(50);
    fetch.times.firstByte = microseconds(99'949);
    fetch.times.total = microseconds(99'950);
    return result;
}

/// A failure whose detail is \a detail.
inline CheckResult failure(ErrorKind kind, QString detail)
{
    CheckResult result = CheckResult::neverStarted("http://example.com/broken");
    result.outcome = Outcome::Failed;
    result.attempts = 1;
    result.fetch.error = kind;
    result.fetch.errorDetail = std::move(detail);
    return result;
}

} // namespace rollcall::test
