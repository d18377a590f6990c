// SPDX-License-Identifier: MIT
// Writes the URLs that failed as a plain list, to import again.
#pragma once

#include "core/reports/resultwriter.h"

namespace rollcall {

/// The list of failures: one URL a line, below a comment that says what was wrong.
class FailuresWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns the list.
    FailuresWriter(QIODevice &device, const ReportOptions &options);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;

private:
    QIODevice &m_device;
    bool m_isEmpty = true;
};

} // namespace rollcall
