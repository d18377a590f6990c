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

} // namespace

ReportFile::ReportFile(const QString &path, const ReportFormat &format, ReportOptions options)
    : ReportFile(deviceFor(path), path, format, options)
{
}

ReportFile::ReportFile(std::unique_ptr<QFileDevice> device, QString name, const ReportFormat &format,
                       ReportOptions options)
    : m_device(std::move(device)),
      m_saveFile(qobject_cast<QSaveFile *>(m_device.get())),
      m_name(std::move(name)),
      m_writer(format.makeWriter(*m_device, options))
{
}

ReportFile::~ReportFile() = default;

QString ReportFile::open()
{
    if (!m_device->isOpen() && !m_device->open(QIODevice::WriteOnly))
        return failure();
    return m_writer->begin() && handOver() ? QString() : failure();
}

QString ReportFile::write(const CheckResult &result)
{
    return m_writer->write(result) && handOver() ? QString() : failure();
}

QString ReportFile::commit()
{
    // QSaveFile::commit() (Qt 6.4) overlooks that its last block could not be written:
    // ResultWriterTest::aFullDiskIsNoticedOnTheLastBytesToo
    if (!m_writer->end() || !m_device->flush())
        return failure();
    return !m_saveFile || m_saveFile->commit() ? QString() : failure();
}

bool ReportFile::handOver()
{
    // Whoever reads a pipe sees each row at once.
    return m_saveFile || m_device->flush();
}

QString ReportFile::failure()
{
    // A disk that fills up takes a part of the block, and gives its reason with the next attempt only.
    if (m_device->isOpen())
        m_device->flush();
    const bool keepsOldFile = m_saveFile && QFileInfo(m_name).isFile();
    const auto sentence = keepsOldFile ? QStringLiteral("Cannot write \"%1\": %2; the old file is untouched.")
                                       : QStringLiteral("Cannot write \"%1\": %2.");
    return sentence.arg(m_name, m_device->errorString());
}

} // namespace rollcall
