// SPDX-License-Identifier: MIT
// What the tests of the history share: results, moments, answers.
#pragma once

#include "core/history/historyfile.h"

#include <QTest>

#include <chrono>

namespace rollcall::test {

/// A result in which every field has a value of its own that depends on \a seed; durations are multiples of a
/// tenth of a millisecond, and it began at \a startedAtMs.
CheckResult historyResult(const QByteArray &url, int seed, qint64 startedAtMs = 1'700'000'000'123);
/// One that passed, with this response time.
CheckResult passed(const QByteArray &url, const QDateTime &at, std::chrono::milliseconds time);
CheckResult failed(const QByteArray &url, const QDateTime &at, ErrorKind error = ErrorKind::Timeout);

/// 2026-03-10 12:00 UTC, moved by \a offset.
QDateTime noon(std::chrono::milliseconds offset = {});

/// What was asked for; fails the test, and gives an empty one, if it could not be read.
template <class T>
T got(Answer<T> answer)
{
    if (const auto *problem = std::get_if<StoreProblem>(&answer)) {
        QTest::qFail(qPrintable(problem->detail), __FILE__, __LINE__);
        return T();
    }
    return std::get<T>(std::move(answer));
}

/// Does everything that is to be done by \a now.
void keepInOrder(HistoryFile &file, const QDateTime &now);
/// A run with these results that has ended; its id.
qint64 addRun(HistoryFile &file, const QDateTime &began, const QList<CheckResult> &results);
/// The results of a run in the order of its list.
QList<HistoryResult> resultsOf(HistoryFile &file, qint64 run);

/// How many results the program historywriter records in one run; when the run that has the result with this
/// number begins, the first one at \a firstMs and the next an hour later; and that result. Each run is of the
/// same URLs.
inline constexpr qint64 historywriterBatch = 20;
QDateTime historywriterBegan(qint64 number, qint64 firstMs);
HistoryResult historywriterResult(qint64 number, qint64 firstMs);

} // namespace rollcall::test
