// SPDX-License-Identifier: MIT
// Reading a URL list: what every import format gives, and the registry of the formats.
#pragma once

#include "core/lists/tablelayout.h"
#include "core/url/normalizeurl.h"
#include "core/url/urlentry.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// A line that was not taken.
struct RejectedLine {
    RejectedLine() = default;
    RejectedLine(qint64 lineNumber, QString lineText, UrlProblem lineProblem)
        : line(lineNumber),
          text(std::move(lineText)),
          problem(lineProblem)
    {
    }

    qint64 line = 0; ///< from 1
    QString text;    ///< without white space around, cut to 200 characters
    UrlProblem problem = UrlProblem::NotAUrl;

    friend bool operator==(const RejectedLine &, const RejectedLine &) = default;
};

/// A line whose entry was there already.
struct DuplicateLine {
    DuplicateLine() = default;
    DuplicateLine(qint64 lineNumber, QString lineText, qint64 earlierLine)
        : line(lineNumber),
          text(std::move(lineText)),
          firstLine(earlierLine)
    {
    }

    qint64 line = 0;      ///< from 1
    QString text;         ///< as in RejectedLine
    qint64 firstLine = 0; ///< where the entry that was kept stands

    friend bool operator==(const DuplicateLine &, const DuplicateLine &) = default;
};

/// So many lines of a kind are told one by one; of all others there is the number.
inline constexpr qsizetype maximumToldLines = 1000;

/// What was read from one source.
struct ImportedList {
    ImportedList() = default;

    UrlList entries;                     ///< in the order of the source, without duplicates
    QList<qint64> entryLines;            ///< where the first maximumToldLines entries stand
    qint64 duplicates = 0;               ///< entries that were there already and were dropped
    QList<DuplicateLine> duplicateLines; ///< the first maximumToldLines of them
    QList<RejectedLine> rejected;        ///< the first maximumToldLines of them
    qint64 rejectedCount = 0;            ///< all of them
    QString formatName;                  ///< English, for example "plain text"
    std::optional<TableLayout> table;    ///< how it was read, if it is a table

    friend bool operator==(const ImportedList &, const ImportedList &) = default;
};

/// Why a source could not be read, or not to its end.
enum class ImportFailure {
    CannotOpen,      ///< missing, a folder, or no permission: detail holds the system's reason
    CannotRead,      ///< the device failed in the middle
    Binary,          ///< not text
    UnknownEncoding, ///< text in an encoding that cannot be told: offered as bytes that are no UTF-8 ...
    Empty,           ///< nothing in it, or nothing but comments
    NoUrls,          ///< lines, but none of them a URL
    Malformed,       ///< against the rules of its format from a line on, or beyond a limit; detail says how
};

struct ImportError {
    ImportError() = default;
    ImportError(ImportFailure importFailure, QString source, QString reason, qint64 lineNumber = 0)
        : failure(importFailure),
          sourceName(std::move(source)),
          detail(std::move(reason)),
          line(lineNumber)
    {
    }

    ImportFailure failure = ImportFailure::CannotRead;
    QString sourceName; ///< the file's path as given, or "standard input"
    QString detail;     ///< English; the system's reason, may be empty
    qint64 line = 0;    ///< from 1; 0: no particular line

    friend bool operator==(const ImportError &, const ImportError &) = default;
};

/// One plain English sentence that names the source. Any thread.
QString englishMessage(const ImportError &error);

/// What reading a source gave. With an error the list holds what was read before it, which may be nothing.
struct ImportResult {
    ImportResult() = default;
    explicit ImportResult(ImportedList importedList) : list(std::move(importedList)) {}
    explicit ImportResult(ImportError importError) : error(std::move(importError)) {}

    ImportedList list;
    std::optional<ImportError> error;

    friend bool operator==(const ImportResult &, const ImportResult &) = default;
};

/// One import format.
class ListReader
{
public:
    virtual ~ListReader() = default;
    virtual QString formatName() const = 0;       ///< English, for example "plain text"
    virtual QStringList fileSuffixes() const = 0; ///< without the dot
    /// From 0 (cannot be) to 100 (certain), judged by the first bytes and the name.
    virtual int recognise(const QByteArray &head, const QString &fileName) const = 0;
    /// Reads \a device, open for reading, to its end or to the first error. \a sourceName is for messages.
    /// Memory does not grow with the source beyond the list that comes of it.
    virtual ImportResult read(QIODevice &device, const QString &sourceName) const = 0;
    /// The same, as \a choices say. Most formats leave nothing to choose.
    virtual ImportResult readWith(QIODevice &device, const QString &sourceName,
                                  const ImportChoices & /*choices*/) const
    {
        return read(device, sourceName);
    }
    /// Whether it only unpacks, and what is inside has a format of its own.
    virtual bool unpacks() const { return false; }
};

/// Every format that can be read: one line of the registry each.
std::span<const ListReader *const> listReaders();

/// The format that is chosen, or else recognises a source best by its first bytes, \a head, and its name.
/// What is packed is unpacked first, whatever is chosen.
const ListReader &readerFor(const QByteArray &head, const QString &sourceName,
                            const ImportChoices &choices = {});

/// Reads a file with the format that recognises it best, or as \a choices say. Any thread; blocks while it
/// reads.
ImportResult readListFile(const QString &path, const ImportChoices &choices = {});
/// The same for an open device (standard input, the clipboard). \a sourceName is for messages.
ImportResult readList(QIODevice &device, const QString &sourceName, const ImportChoices &choices = {});

} // namespace rollcall
