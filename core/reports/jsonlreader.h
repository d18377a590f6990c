// SPDX-License-Identifier: MIT
// Reads results back from the JSON lines that JsonlWriter writes.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// A line that is no result.
struct RejectedResult {
    RejectedResult() = default;
    RejectedResult(qint64 lineNumber, QString why) : line(lineNumber), reason(std::move(why)) {}

    qint64 line = 0; ///< from 1
    QString reason;  ///< an English sentence

    friend bool operator==(const RejectedResult &, const RejectedResult &) = default;
};

using ReadResult = std::variant<CheckResult, RejectedResult>;

/// Reads line by line; what it holds is bounded by the longest line that it takes, 4 MiB. Blank lines and
/// keys that are no column are passed over; a key that is missing is unknown, but every result has a URL and
/// an outcome. Times come back as they were written, to a tenth of a millisecond. Blocks while the device
/// does.
class JsonlReader
{
public:
    /// \a device is open for reading and outlives the reader.
    explicit JsonlReader(QIODevice &device);

    /// The next result, or what is wrong with the line in its place; nothing at the end and after an error.
    std::optional<ReadResult> next();
    /// Why the device could not be read to its end, if it could not.
    QString error() const { return m_error; }

    static constexpr qsizetype maximumLineBytes = 4 * 1024 * 1024;

private:
    struct Line {
        QByteArray text;
        bool isCut; ///< longer than the maximum: the text is lost
    };

    std::optional<Line> nextLine();
    bool readBlock();

    QIODevice &m_device;
    QByteArray m_buffer;
    qsizetype m_start = 0; ///< in the buffer: the line to come
    qint64 m_line = 0;
    QString m_error;
};

} // namespace rollcall
