// SPDX-License-Identifier: MIT
// A report on its way to disk: written as results come in, and in place of the old file only when whole.
#pragma once

#include "core/reports/resultwriter.h"

#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QFileDevice;
class QSaveFile;
QT_END_NAMESPACE

namespace rollcall {

/// One report, from the first row to the last. Each step returns an English sentence that names the file
/// when it failed, else an empty string; after a failure the report is to be thrown away. Without commit()
/// an existing file stays as it is.
class ReportFile
{
public:
    /// Nothing is opened before open(). A path that is a device or a pipe (/dev/stdout, /dev/null) is written
    /// to directly: putting a file in its place is not what anybody wants.
    ReportFile(const QString &path, const ReportFormat &format, ReportOptions options);
    /// A report to \a device, which is open for writing; \a name is for messages.
    ReportFile(std::unique_ptr<QFileDevice> device, QString name, const ReportFormat &format,
               ReportOptions options);
    ~ReportFile();
    ReportFile(const ReportFile &) = delete;
    ReportFile &operator=(const ReportFile &) = delete;

    QString open();
    QString write(const CheckResult &result);
    QString commit();

private:
    bool handOver();
    QString failure();

    std::unique_ptr<QFileDevice> m_device;
    QSaveFile *m_saveFile; ///< the device, when it is one
    QString m_name;
    std::unique_ptr<ResultWriter> m_writer;
};

} // namespace rollcall
