// SPDX-License-Identifier: MIT
#include "core/lists/textlines.h"

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

// A sequential device answers -1 at its end too, so there only a file knows of errors.
bool hasFailed(const QIODevice &device)
{
    if (const auto *file = qobject_cast<const QFileDevice *>(&device))
        return file->error() != QFileDevice::NoError;
    return !device.isSequential();
}

} // namespace

TextLines::TextLines(QIODevice &device, QString sourceName, qsizetype maximumLength)
    : m_device(device),
      m_sourceName(std::move(sourceName)),
      m_maximumLength(maximumLength)
{
}

std::optional<TextLine> TextLines::next()
{
    for (;;) {
        skipLineFeed();
        if (const std::optional<qsizetype> end = findLineEnd())
            return take(*end, *end + 1);
        if (m_ended)
            break;
        makeRoom();
        readBlock();
    }
    if (m_error || m_lineStart == m_text.size())
        return std::nullopt;
    return take(m_text.size(), m_text.size());
}

std::optional<ImportError> TextLines::error() const
{
    std::optional<ImportError> error = m_error;
    if (error && error->failure != ImportFailure::Binary)
        error->line = m_lineNumber;
    return error;
}

// The second half of a CR LF may come with the next block.
void TextLines::skipLineFeed()
{
    if (!m_behindCarriageReturn || m_lineStart == m_text.size())
        return;
    m_behindCarriageReturn = false;
    if (m_text.at(m_lineStart) == u'\n')
        m_searchStart = ++m_lineStart;
}

std::optional<qsizetype> TextLines::findLineEnd()
{
    const auto end = std::find_if(m_text.cbegin() + m_searchStart, m_text.cend(),
                                  [](QChar c) { return c == u'\n' || c == u'\r'; });
    m_searchStart = end - m_text.cbegin();
    return end == m_text.cend() ? std::nullopt : std::optional<qsizetype>(m_searchStart);
}

TextLine TextLines::take(qsizetype end, qsizetype next)
{
    const qsizetype length = end - m_lineStart;
    const TextLine line(m_lineNumber,
                        QStringView(m_text).sliced(m_lineStart, std::min(length, m_maximumLength)),
                        m_cut || length > m_maximumLength);
    m_behindCarriageReturn = next > end && m_text.at(end) == u'\r';
    m_lineStart = next;
    m_searchStart = next;
    m_cut = false;
    ++m_lineNumber;
    return line;
}

// Keeps no more than the beginning of the current line.
void TextLines::makeRoom()
{
    m_text.remove(0, m_lineStart);
    m_lineStart = 0;
    if (m_text.size() > m_maximumLength) {
        m_text.truncate(m_maximumLength);
        m_cut = true;
    }
    m_searchStart = m_text.size();
}

void TextLines::readBlock()
{
    std::optional<TextProblem> problem;
    if (readSome()) {
        problem = m_decoder.decode(m_block, m_text);
    } else {
        m_ended = true;
        if (!m_error)
            problem = m_decoder.finish(m_text);
    }
    if (!problem)
        return;
    fail(*problem == TextProblem::UnknownEncoding ? ImportFailure::UnknownEncoding : ImportFailure::Binary,
         describe(*problem));
}

// Fills the block with at least one byte; false at the end and after an error.
bool TextLines::readSome()
{
    for (;;) {
        m_block.resize(blockSize);
        const qint64 length = m_device.read(m_block.data(), blockSize);
        m_block.truncate(std::max<qint64>(length, 0));
        if (length < 0 && hasFailed(m_device))
            fail(ImportFailure::CannotRead, m_device.errorString());
        if (length != 0)
            return length > 0;
        if (m_device.atEnd() || !m_device.waitForReadyRead(-1))
            return false;
    }
}

void TextLines::fail(ImportFailure failure, QString reason)
{
    m_ended = true;
    m_error = ImportError(failure, m_sourceName, std::move(reason));
}

} // namespace rollcall
