// SPDX-License-Identifier: MIT
// Reads the records of comma-separated values (RFC 4180) one by one.
#pragma once

#include "core/lists/textblocks.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace rollcall {

/// Reads records whose cells stand apart by a separator, and may stand in double quotes with separators, line
/// ends and doubled quotes in them. Lines end with CR, LF or CR LF; blank ones are passed over. What it holds
/// is bounded by the limit for a record.
class CsvRecords
{
public:
    static constexpr qsizetype maximumRecordLength = 1024 * 1024; ///< in UTF-16 units

    CsvRecords(QIODevice &device, const QString &sourceName, QChar separator);

    /// Reads the next record; false at the end and after an error.
    bool next();
    qsizetype size() const { return m_ends.size(); }
    /// A cell of the current record, empty beyond its last one; valid until the next record is read.
    QStringView cell(qsizetype column) const;
    /// The line that the current record began on, from 1.
    qint64 line() const { return m_recordLine; }
    /// Why it ended too early, if it did.
    const std::optional<ImportError> &error() const { return m_error; }

private:
    bool fill();
    bool readRecord();
    bool readCell();
    bool readQuoted();
    void readPlain();
    bool endCell();
    void takeLineEnd();
    void fail(qint64 line, const QString &reason);

    TextBlocks m_blocks;
    QString m_sourceName;
    QChar m_separator;
    QString m_block;
    qsizetype m_position = 0; // in m_block
    qint64 m_line = 1;
    qint64 m_recordLine = 1;
    QString m_text; // the cells of the current record, one behind the other
    QList<qsizetype> m_ends;
    std::optional<ImportError> m_error;
};

} // namespace rollcall
