// SPDX-License-Identifier: MIT
// Writes results as an Excel workbook (Office Open XML), through libxlsxwriter.
#pragma once

#include "core/reports/reportcolumns.h"
#include "core/reports/resultwriter.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace rollcall {

/// The XLSX report: a sheet with a header that stays in sight and can be filtered. Numbers, times in
/// milliseconds and moments (UTC) are numbers and dates; texts are texts, whatever they begin with. After
/// 1,048,575 results a further sheet is begun; a text is cut where Excel's cells end, at 32,767 characters.
/// The workbook grows in temporary files, and reaches the device in end().
class XlsxWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer.
    XlsxWriter(QIODevice &device, const ReportOptions &options);
    ~XlsxWriter() override;

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;
    QString problem() const override { return m_problem; }

private:
    class Book;

    bool copyToDevice();
    bool fail(const QString &problem);

    QIODevice &m_device;
    std::vector<const ReportColumn *> m_columns;
    std::unique_ptr<Book> m_book;
    QString m_problem;
};

} // namespace rollcall
