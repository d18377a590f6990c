// SPDX-License-Identifier: MIT
// Writes a table in GitHub Flavored Markdown.
#pragma once

#include "core/reports/resultwriter.h"
#include "core/reports/tablewriter.h"

#include <QByteArray>

namespace rollcall {

/// A Markdown table. Whatever means something in Markdown or HTML is escaped; http and https URLs are links.
class MarkdownTable final : public TableWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns the table.
    MarkdownTable(QIODevice &device, const ReportOptions & /*options*/) : m_device(device) {}

    bool begin(const QByteArrayList &columnNames) override;
    void add(const ReportValue &value) override;
    bool endRow() override;
    bool end() override { return true; }

private:
    QIODevice &m_device;
    QByteArray m_row;
};

} // namespace rollcall
