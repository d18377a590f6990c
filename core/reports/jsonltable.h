// SPDX-License-Identifier: MIT
// Writes a table as JSON lines: one JSON object (RFC 8259) a line, one line a row.
#pragma once

#include "core/reports/resultwriter.h"
#include "core/reports/tablewriter.h"

#include <QByteArray>
#include <QByteArrayList>

namespace rollcall {

/// A table of JSON objects. Every line has every column for a key: an unknown value is null. `redirects` is
/// the array of the hops, {"url", "status", "ms"} each.
class JsonlTable final : public TableWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns JSON.
    JsonlTable(QIODevice &device, const ReportOptions & /*options*/) : m_device(device) {}

    bool begin(const QByteArrayList &columnNames) override;
    void add(const ReportValue &value) override;
    bool endRow() override;
    bool end() override { return true; }

private:
    QIODevice &m_device;
    QByteArrayList m_keys; ///< each column's name as a line has it, with what stands before and behind
    qsizetype m_column = 0;
    QByteArray m_line;
};

} // namespace rollcall
