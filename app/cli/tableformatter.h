// SPDX-License-Identifier: MIT
// The table and the summary that people read in a terminal.
#pragma once

#include "core/check/checkprogress.h"
#include "core/check/checkresult.h"

#include <QString>

#include <map>

namespace rollcall::cli {

/// What is said at the end of a check.
struct RunSummary {
    RunSummary() = default;

    /// Counts the reason of one more result.
    void count(const CheckResult &result);

    CheckProgress progress;
    std::map<ErrorKind, qsizetype> reasons; ///< of warnings and failures, and how often each
    bool verifiesTls = true;

    friend bool operator==(const RunSummary &, const RunSummary &) = default;
};

/// Makes lines of text, in English, each ended by a line feed. What servers sent is shown harmlessly: see
/// printable().
class TableFormatter
{
public:
    /// \a color: with the ANSI codes that terminals understand.
    explicit TableFormatter(bool color);

    QString heading() const;
    QString row(const CheckResult &result) const;
    QString summary(const RunSummary &summary) const;

private:
    QString painted(const char *ansiColor, const QString &text) const;

    bool m_color;
};

} // namespace rollcall::cli
