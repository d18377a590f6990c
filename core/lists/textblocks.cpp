// SPDX-License-Identifier: MIT
#include "core/lists/textblocks.h"

#include <QFileDevice>
#include <QIODevice>

#include <algorithm>

namespace rollcall {

namespace {

constexpr qsizetype blockSize = 64 * 1024;

QString describe(TextProblem problem)
{
    switch (problem) {
    case TextProblem::NulBytes:
        return QStringLiteral("it holds NUL bytes");
    case TextProblem::ControlCharacters:
        return QStringLiteral("it holds many control characters");
    case TextProblem::UnknownEncoding:
        return QStringLiteral("it is neither UTF-8 nor UTF-16 nor Western European text");
    }
    Q_UNREACHABLE();
}

// A sequential device answers -1 at its end too, so there it is the error string that tells.
bool hasFailed(const QIODevice &device)
{
    if (const auto *file = qobject_cast<const QFileDevice *>(&device))
        return file->error() != QFileDevice::NoError;
    return !device.isSequential();
}

} // namespace

ByteBlocks::ByteBlocks(QIODevice &device, QString sourceName)
    : m_device(device),
      m_sourceName(std::move(sourceName))
{
}

bool ByteBlocks::next(QByteArray &block)
{
    while (!m_error) {
        block.resize(blockSize);
        const qint64 length = m_device.read(block.data(), blockSize);
        block.truncate(std::max<qint64>(length, 0));
        if (length < 0 && hasFailed(m_device))
            m_error = ImportError(ImportFailure::CannotRead, m_sourceName, m_device.errorString());
        if (length != 0)
            return length > 0;
        if (m_device.atEnd() || !m_device.waitForReadyRead(-1))
            return false;
    }
    return false;
}

TextBlocks::TextBlocks(QIODevice &device, const QString &sourceName)
    : m_blocks(device, sourceName),
      m_sourceName(sourceName)
{
}

bool TextBlocks::append(QString &text)
{
    if (m_ended)
        return false;
    if (m_blocks.next(m_block)) {
        note(m_decoder.decode(m_block, text));
    } else {
        m_ended = true;
        m_error = m_blocks.error();
        if (!m_error)
            note(m_decoder.finish(text));
    }
    return !m_error;
}

void TextBlocks::note(std::optional<TextProblem> problem)
{
    if (!problem)
        return;
    const bool encoding = *problem == TextProblem::UnknownEncoding;
    m_ended = true;
    m_error = ImportError(encoding ? ImportFailure::UnknownEncoding : ImportFailure::Binary, m_sourceName,
                          describe(*problem));
}

} // namespace rollcall
