// SPDX-License-Identifier: MIT
// Writing results: what every export format does, and the registry of the formats.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArrayList>
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

    char separator = ',';       ///< CSV
    bool byteOrderMark = false; ///< CSV
    bool rawCells = false;      ///< CSV: leave cells alone that a spreadsheet would run as a formula
    bool showSecrets = false;   ///< write URLs as they are, with the passwords and tokens in them
    QByteArrayList columns; ///< CSV, XLSX, Markdown: names of reportColumns(); empty: the format's own choice

    friend bool operator==(const ReportOptions &, const ReportOptions &) = default;
};

/// Writes results one by one to a device. No result is kept, so that a million rows cost little memory: a
/// format whose totals stand at its top, or that sorts what it writes, waits in a temporary file until end().
class ResultWriter
{
public:
    virtual ~ResultWriter() = default;
    /// Each returns false when the device failed, or the writer itself: then problem() says why.
    virtual bool begin() = 0;
    virtual bool write(const CheckResult &result) = 0;
    virtual bool end() = 0;

    /// Why the writer itself could not go on, in English, without a full stop; empty: it was the device, and
    /// QIODevice::errorString() says why.
    virtual QString problem() const { return {}; }
    /// Whether \a next goes beyond the format's limit for one file and belongs into a new one.
    virtual bool isFullFor(const CheckResult & /*next*/) const { return false; }
};

/// One export format: one line of the registry.
struct ReportFormat {
    const char *id;    ///< the command line's option, for example "csv"
    const char *title; ///< English, for example "CSV table"; the window translates it, context "ReportFormat"
    const char *suffix; ///< without the dot
    /// Null: this build lacks what \a needs names. \a device is open for writing and outlives the writer.
    std::unique_ptr<ResultWriter> (*makeWriter)(QIODevice &device, const ReportOptions &options);
    const char *needs = nullptr; ///< the library without which the format is not built in

    bool isBuiltIn() const { return makeWriter != nullptr; }
};

/// All formats, also those that are not built in.
std::span<const ReportFormat> reportFormats();
/// The format with this id, or null.
const ReportFormat *reportFormat(QByteArrayView id);

/// Writes a report of \a results to \a path through QSaveFile: an existing file is replaced whole or not
/// touched. \a format is built in. Returns an English sentence that names the file when it failed, else an
/// empty string.
QString saveReport(const QString &path, const ReportFormat &format, const ReportOptions &options,
                   const QList<CheckResult> &results);

} // namespace rollcall
