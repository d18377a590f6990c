// SPDX-License-Identifier: MIT
// Writes results as JUnit XML, which CI servers show as a test run: one test case per URL.
#pragma once

#include "core/reports/resultwriter.h"
#include "core/reports/spool.h"

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace rollcall {

/// The JUnit report: one test suite, whose test cases are named after their URL and classed by its host. An
/// answer that is not good is a `failure`, no complete answer an `error`, a URL that was not called is
/// `skipped`; the `type` is the error kind's slug. There is no one schema of JUnit's: this keeps to what the
/// schemas of Ant and Jenkins both allow. The totals stand in front, so the cases wait in a Spool.
class JunitWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns JUnit.
    JunitWriter(QIODevice &device, const ReportOptions &options);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;
    QString problem() const override { return m_cases.problem(); }

private:
    QByteArray head() const;

    QIODevice &m_device;
    Spool m_cases;
    qint64 m_tests = 0;
    qint64 m_failures = 0;
    qint64 m_errors = 0;
    qint64 m_skipped = 0;
    std::chrono::microseconds m_time{0};
    std::optional<QDateTime> m_startedAt; ///< the earliest
};

} // namespace rollcall
