// SPDX-License-Identifier: MIT
// Writes results as JSON lines: one JSON object (RFC 8259) a line, one line per result.
#pragma once

#include "core/reports/resultwriter.h"

#include <QByteArray>
#include <QByteArrayList>

namespace rollcall {

/// The JSON lines report, with the names and the order of the CSV columns. Every line has every key: an
/// unknown value is null. `redirects` is the array of the hops, {"url", "status", "ms"} each. JsonlReader
/// reads it.
class JsonlWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns JSON.
    JsonlWriter(QIODevice &device, const ReportOptions &options);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;

private:
    QIODevice &m_device;
    QByteArrayList m_keys; ///< each column's name as a line has it, with what stands before and behind
    QByteArray m_line;
};

} // namespace rollcall
