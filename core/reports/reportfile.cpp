// SPDX-License-Identifier: MIT
#include "core/reports/reportfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace rollcall {

namespace {

bool isSpecialFile(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

std::unique_ptr<QFileDevice> deviceFor(const QString &path)
{
    if (isSpecialFile(path))
        return std::make_unique<QFile>(path);
    return std::make_unique<QSaveFile>(path);
}

/// "urls.xml" becomes "urls-2.xml".
QString numbered(const QString &path, std::size_t number)
{
    const QString suffix = QFileInfo(path).suffix();
    const qsizetype suffixLength = suffix.isEmpty() ? 0 : suffix.size() + 1;
    return QStringLiteral("%1-%2%3").arg(path.chopped(suffixLength)).arg(number).arg(path.last(suffixLength));
}

} // namespace

struct ReportFile::Part {
    std::unique_ptr<QFileDevice> device;
    QSaveFile *saveFile; ///< the device, when it is one
    QString name;
    std::unique_ptr<ResultWriter> writer;
};

ReportFile::ReportFile(const QString &path, const ReportFormat &format, const ReportOptions &options)
    : ReportFile(deviceFor(path), path, format, options)
{
}

ReportFile::ReportFile(std::unique_ptr<QFileDevice> device, const QString &name, const ReportFormat &format,
                       const ReportOptions &options)
    : m_format(format),
      m_options(options)
{
    addPart(std::move(device), name);
}

ReportFile::~ReportFile() = default;

void ReportFile::addPart(std::unique_ptr<QFileDevice> device, const QString &name)
{
    Part part;
    part.saveFile = qobject_cast<QSaveFile *>(device.get());
    part.name = name;
    part.writer = m_format.makeWriter(*device, m_options);
    part.device = std::move(device);
    m_parts.push_back(std::move(part));
}

QString ReportFile::open()
{
    const Part &part = m_parts.back();
    if (!part.device->isOpen() && !part.device->open(QIODevice::WriteOnly))
        return failure();
    return part.writer->begin() && handOver() ? QString() : failure();
}

QString ReportFile::write(const CheckResult &measured)
{
    const CheckResult result = m_options.showSecrets ? measured : redacted(measured);
    if (m_parts.back().writer->isFullFor(result)) {
        QString sentence = openNextPart();
        if (!sentence.isEmpty())
            return sentence;
    }
    return m_parts.back().writer->write(result) && handOver() ? QString() : failure();
}

QString ReportFile::commit()
{
    QString sentence = finishPart();
    if (!sentence.isEmpty())
        return sentence;
    for (const Part &part : m_parts) {
        if (part.saveFile && !part.saveFile->commit())
            return failure(part, part.saveFile->errorString());
    }
    return {};
}

QString ReportFile::openNextPart()
{
    if (!m_parts.back().saveFile)
        return failure(
            m_parts.back(),
            QStringLiteral("one file of this format is full, and only a report that goes to a file goes on "
                           "in further ones"));
    QString sentence = finishPart();
    if (!sentence.isEmpty())
        return sentence;
    const QString next = numbered(m_parts.front().name, m_parts.size() + 1);
    addPart(deviceFor(next), next);
    return open();
}

QString ReportFile::finishPart()
{
    // QSaveFile::commit() (Qt 6.4) overlooks that its last block could not be written:
    // ResultWriterTest::aFullDiskIsNoticedOnTheLastBytesToo
    const Part &part = m_parts.back();
    return part.writer->end() && part.device->flush() ? QString() : failure();
}

bool ReportFile::handOver()
{
    // Whoever reads a pipe sees each row at once.
    const Part &part = m_parts.back();
    return part.saveFile || part.device->flush();
}

QString ReportFile::failure() const
{
    const Part &part = m_parts.back();
    const QString problem = part.writer->problem();
    if (!problem.isEmpty())
        return failure(part, problem);
    // A disk that fills up takes a part of the block, and gives its reason with the next attempt only.
    if (part.device->isOpen())
        part.device->flush();
    return failure(part, part.device->errorString());
}

QString ReportFile::failure(const Part &part, const QString &reason)
{
    const bool keepsOldFile = part.saveFile && QFileInfo(part.name).isFile();
    const auto sentence = keepsOldFile ? QStringLiteral("Cannot write \"%1\": %2; the old file is untouched.")
                                       : QStringLiteral("Cannot write \"%1\": %2.");
    return sentence.arg(part.name, reason);
}

} // namespace rollcall
