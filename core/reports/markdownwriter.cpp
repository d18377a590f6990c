// SPDX-License-Identifier: MIT
#include "core/reports/markdownwriter.h"

#include <QIODevice>

namespace rollcall {

namespace {

QByteArrayList columnNames(const ReportOptions &options)
{
    const QByteArrayList atFirst = {"outcome", "url", "status", "body_bytes", "total_ms", "message"};
    return options.columns.isEmpty() ? atFirst : options.columns;
}

} // namespace

MarkdownWriter::MarkdownWriter(QIODevice &device, const ReportOptions &options)
    : TableReport(std::make_unique<MarkdownTable>(device, options), chosenColumns(columnNames(options))),
      m_device(device)
{
}

bool MarkdownWriter::write(const CheckResult &result)
{
    m_totals.count(result.outcome);
    return TableReport::write(result);
}

bool MarkdownWriter::end()
{
    const auto number = [](qsizetype count) { return QByteArray::number(count); };
    const QByteArray text = "\nURLs: " + number(m_totals.done()) + " (ok: " + number(m_totals.ok) +
                            ", warning: " + number(m_totals.warnings) +
                            ", failed: " + number(m_totals.failed) +
                            ", cancelled: " + number(m_totals.cancelled) + ")\n";
    return TableReport::end() && m_device.write(text) == text.size();
}

} // namespace rollcall
