// SPDX-License-Identifier: MIT
// A report on its way to disk: written as results come in, and in place of the old file only when whole.
#pragma once

#include "core/reports/resultwriter.h"

#include <QString>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QFileDevice;
class QSaveFile;
QT_END_NAMESPACE

namespace rollcall {

/// One report, from the first row to the last. Each step returns an English sentence that names the file
/// when it failed, else an empty string; after a failure the report is to be thrown away. Without commit()
/// an existing file stays as it is.
///
/// A format that limits its files (ResultWriter::isFullFor()) goes on in further ones: "urls.xml" is followed
/// by "urls-2.xml".
class ReportFile
{
public:
    /// Nothing is opened before open(). A path that is a device or a pipe (/dev/stdout, /dev/null) is written
    /// to directly: putting a file in its place is not what anybody wants. \a format is built in.
    ReportFile(const QString &path, const ReportFormat &format, const ReportOptions &options);
    /// A report to \a device, which is open for writing; \a name is for messages.
    ReportFile(std::unique_ptr<QFileDevice> device, const QString &name, const ReportFormat &format,
               const ReportOptions &options);
    ~ReportFile();
    ReportFile(const ReportFile &) = delete;
    ReportFile &operator=(const ReportFile &) = delete;

    QString open();
    /// Secrets in URLs are masked unless the options say otherwise.
    QString write(const CheckResult &measured);
    QString commit();

private:
    struct Part;

    void addPart(std::unique_ptr<QFileDevice> device, const QString &name);
    QString openNextPart();
    QString finishPart();
    bool handOver();
    QString failure() const;
    static QString failure(const Part &part, const QString &reason);

    const ReportFormat &m_format;
    ReportOptions m_options;
    std::vector<Part> m_parts; ///< the last one is being written
};

} // namespace rollcall
