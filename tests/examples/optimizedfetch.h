// SPDX-License-Identifier: MIT
// The article's optimized_fetch: many URLs over one session, so many at a time, each under a time limit.
#pragma once

#include "core/async/coroutine.h"

#include <QStringList>

#include <vector>

/// What became of one URL.
class Fetched
{
public:
    Fetched(QString fetchedUrl, qsizetype bodyCharacters, QString whatFailed)
        : url(std::move(fetchedUrl)),
          characters(bodyCharacters),
          error(std::move(whatFailed))
    {
    }
    QString url;
    qsizetype characters;
    QString error; ///< empty when it went well
};

/// Fetches all \a urls, at most \a maxConcurrent at a time, and gives a result for each, in their order.
rollcall::async::Coroutine<std::vector<Fetched>> optimizedFetch(QStringList urls, int maxConcurrent = 10);
