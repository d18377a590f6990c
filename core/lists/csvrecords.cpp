// SPDX-License-Identifier: MIT
#include "core/lists/csvrecords.h"

#include <algorithm>

namespace rollcall {

namespace {

bool isLineEnd(QChar character)
{
    return character == u'\n' || character == u'\r';
}

} // namespace

CsvRecords::CsvRecords(QIODevice &device, const QString &sourceName, QChar separator)
    : m_blocks(device, sourceName),
      m_sourceName(sourceName),
      m_separator(separator)
{
}

bool CsvRecords::next()
{
    do {
        if (!readRecord())
            return false;
    } while (size() == 1 && m_text.isEmpty());
    return true;
}

QStringView CsvRecords::cell(qsizetype column) const
{
    if (column < 0 || column >= m_ends.size())
        return {};
    const qsizetype start = column == 0 ? 0 : m_ends[column - 1];
    return QStringView(m_text).sliced(start, m_ends[column] - start);
}

// Makes sure that there is a character to read; false at the end.
bool CsvRecords::fill()
{
    while (m_position == m_block.size()) {
        m_block.resize(0); // keeps its memory
        m_position = 0;
        if (!m_blocks.append(m_block)) {
            m_error = m_blocks.error();
            if (m_error && m_error->failure != ImportFailure::Binary)
                m_error->line = m_line;
            if (m_block.isEmpty())
                return false;
        }
    }
    return true;
}

bool CsvRecords::readRecord()
{
    m_text.resize(0);
    m_ends.clear();
    m_recordLine = m_line;
    if (m_error || !fill())
        return false;
    do {
        if (!readCell())
            return false;
    } while (!endCell());
    return true;
}

bool CsvRecords::readCell()
{
    if (fill() && m_block[m_position] == u'"') {
        ++m_position;
        if (!readQuoted())
            return false;
    }
    readPlain(); // of a quoted cell what stands behind its closing quote
    if (m_text.size() > maximumRecordLength) {
        fail(m_recordLine, QStringLiteral("a record is longer than %1 characters").arg(maximumRecordLength));
        return false;
    }
    return true;
}

// Reads up to the closing quote.
bool CsvRecords::readQuoted()
{
    const qint64 openedOn = m_line;
    while (fill()) {
        const QChar c = m_block[m_position++];
        if (c == u'"') {
            if (!fill() || m_block[m_position] != u'"')
                return true;
            ++m_position;
        } else if (c == u'\n' || (c == u'\r' && !(fill() && m_block[m_position] == u'\n'))) {
            ++m_line;
        }
        m_text += c;
        if (m_text.size() > maximumRecordLength)
            break;
    }
    if (!m_error)
        fail(openedOn, QStringLiteral("a quote that opens there is not closed"));
    return false;
}

void CsvRecords::readPlain()
{
    while (fill() && m_text.size() <= maximumRecordLength) {
        const auto start = m_block.cbegin() + m_position;
        const auto end =
            std::find_if(start, m_block.cend(), [this](QChar c) { return c == m_separator || isLineEnd(c); });
        m_text.append(QStringView(m_block).sliced(m_position, end - start));
        m_position += end - start;
        if (end != m_block.cend())
            return;
    }
}

// Takes what ends a cell; true when it ends the record, too.
bool CsvRecords::endCell()
{
    m_ends.append(m_text.size());
    if (!fill())
        return true;
    if (m_block[m_position] == m_separator) {
        ++m_position;
        return false;
    }
    takeLineEnd();
    return true;
}

void CsvRecords::takeLineEnd()
{
    const QChar c = m_block[m_position++];
    ++m_line;
    if (c == u'\r' && fill() && m_block[m_position] == u'\n')
        ++m_position;
}

void CsvRecords::fail(qint64 line, const QString &reason)
{
    m_error = ImportError(ImportFailure::Malformed, m_sourceName, reason, line);
}

} // namespace rollcall
