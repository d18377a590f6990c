// SPDX-License-Identifier: MIT
// Entries and results for the tests of the window's pieces.
#pragma once

#include "core/check/checkresult.h"
#include "core/history/store.h"
#include "core/url/urlentry.h"

#include <chrono>

namespace rollcall::test {

inline UrlList urls(const QList<QByteArray> &texts)
{
    UrlList list;
    for (const QByteArray &text : texts)
        list.append(UrlEntry(text));
    return list;
}

/// \a count URLs: http://host/0, http://host/1, ...
inline UrlList manyUrls(int count)
{
    UrlList list;
    for (int i = 0; i < count; ++i)
        list.append(UrlEntry("http://host/" + QByteArray::number(i)));
    return list;
}

inline CheckResult okResult(qint64 bytes, std::chrono::milliseconds time, int status = 200)
{
    CheckResult result;
    result.outcome = Outcome::Ok;
    result.attempts = 1;
    result.fetch.status = status;
    result.fetch.bodyBytes = bytes;
    result.fetch.contentType = "text/html; charset=utf-8";
    result.fetch.times.total = time;
    return result;
}

inline CheckResult failedResult(ErrorKind error)
{
    CheckResult result;
    result.outcome = Outcome::Failed;
    result.attempts = 1;
    result.fetch.error = error;
    return result;
}

} // namespace rollcall::test
