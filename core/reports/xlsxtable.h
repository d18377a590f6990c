// SPDX-License-Identifier: MIT
// Writes a table as an Excel workbook (Office Open XML), through libxlsxwriter.
#pragma once

#include "core/reports/resultwriter.h"
#include "core/reports/tablewriter.h"

#include <QByteArray>

#include <memory>

namespace rollcall {

/// A workbook: a sheet with a header that stays in sight and can be filtered. Numbers, times in
/// milliseconds and moments (UTC) are numbers and dates; texts are texts, whatever they begin with. After
/// 1,048,575 rows a further sheet is begun; a text is cut where Excel's cells end, at 32,767 characters.
/// The workbook grows in temporary files, and reaches the device in end().
class XlsxTable final : public TableWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns the workbook.
    XlsxTable(QIODevice &device, const ReportOptions &options);
    ~XlsxTable() override;

    bool begin(const QByteArrayList &columnNames) override;
    void add(const ReportValue &value) override;
    bool endRow() override;
    bool end() override;
    QString problem() const override { return m_problem; }

private:
    class Book;

    bool copyToDevice();
    bool fail(const QString &problem);

    QIODevice &m_device;
    std::unique_ptr<Book> m_book;
    QString m_problem;
};

} // namespace rollcall
