// SPDX-License-Identifier: MIT
// Writing results: what every export format does, and the registry of the formats.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <span>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// What a person may choose about a report.
struct ReportOptions {
    ReportOptions() = default;

    char separator = ',';
    bool byteOrderMark = false;
    bool rawCells = false; ///< leave cells alone that a spreadsheet would run as a formula

    friend bool operator==(const ReportOptions &, const ReportOptions &) = default;
};

/// Writes results one by one to a device: nothing is held back, so that a million rows cost no memory.
class ResultWriter
{
public:
    virtual ~ResultWriter() = default;
    /// Each returns false when the device failed; QIODevice::errorString() says why.
    virtual bool begin() = 0;
    virtual bool write(const CheckResult &result) = 0;
    virtual bool end() = 0;
};

/// One export format: one line of the registry.
struct ReportFormat {
    const char *id;     ///< the command line's option, for example "csv"
    const char *title;  ///< English, for example "CSV (comma-separated values)"
    const char *suffix; ///< without the dot
    std::unique_ptr<ResultWriter> (*makeWriter)(QIODevice &device, ReportOptions options);
};

std::span<const ReportFormat> reportFormats();
/// The format with this id, or null.
const ReportFormat *reportFormat(QByteArrayView id);

/// Writes a report of \a results to \a path through QSaveFile: an existing file is replaced whole or not
/// touched. Returns an English sentence that names the file when it failed, else an empty string.
QString saveReport(const QString &path, const ReportFormat &format, ReportOptions options,
                   const QList<CheckResult> &results);

} // namespace rollcall
