// SPDX-License-Identifier: MIT
// Reads lists, from files or pasted text, on a thread of its own and tells what is new in them.
#pragma once

#include "core/lists/listreader.h"
#include "ui/backgroundqueue.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>

namespace rollcall {

/// Where a list comes from.
struct ImportSource {
    ImportSource() = default;
    static ImportSource file(QString path);
    /// \a name is for messages.
    static ImportSource pasted(QString text, QString name);

    QString name;                ///< a file's or folder's path, or what messages call the text
    std::optional<QString> text; ///< absent: a file
};

/// A skipped line and where it stood.
struct SkippedLine {
    QString sourceName;
    RejectedLine line;
};

/// An entry that stands in the sources more than once.
struct RepeatedLine {
    QString sourceName;
    DuplicateLine line; ///< its firstLine is 0 where the first one is in another source
};

/// The list that an import is for.
struct ImportTarget {
    ImportTarget() = default;
    ImportTarget(qint64 targetList, UrlList targetEntries)
        : listId(targetList),
          entries(std::move(targetEntries))
    {
    }

    qint64 listId = 0;
    UrlList entries; ///< what it holds already
};

/// What one import gave.
struct ImportOutcome {
    qint64 listId = 0;        ///< the list that it is for
    UrlList added;            ///< not in the list before, without duplicates, in order
    QList<qint64> addedLines; ///< where the first of them stand; 0: not known
    UrlList known;            ///< in the list before, likewise
    QList<qint64> knownLines;
    UrlList all;                  ///< both, in the order of the sources
    QList<RepeatedLine> repeated; ///< those that are known one by one
    qint64 duplicates = 0;        ///< within the sources and against the list
    QList<SkippedLine> skipped;   ///< those that are known one by one
    qint64 skippedCount = 0;
    QString formatName;               ///< English; empty where there is more than one source
    std::optional<TableLayout> table; ///< how the one source was read, if it is a table
    QList<ImportError> errors;        ///< sources that could not be read, or not to their ends
};

/// Reads \a sources one after the other, of a folder each list in it; entries that are in \a existing are
/// duplicates. Any thread; blocks.
ImportOutcome readSources(const QList<ImportSource> &sources, const UrlList &existing,
                          const ImportChoices &choices = {});

/// Imports one after the other, so that each is held against all that came before.
class Importer : public QObject
{
    Q_OBJECT
public:
    /// \a target is asked, as an import begins, for the list that it is for.
    explicit Importer(std::function<ImportTarget()> target, QObject *parent = nullptr);

    /// Imports asked for before this wait for it.
    void begin();
    /// Until the next begin() no import begins: the list is not there.
    void hold() { m_mayRead = false; }
    void import(QList<ImportSource> sources);
    bool isBusy() const { return m_isReading || !m_waiting.empty(); }

Q_SIGNALS:
    void imported(const rollcall::ImportOutcome &outcome);

private:
    void next();

    std::function<ImportTarget()> m_target;
    std::deque<QList<ImportSource>> m_waiting;
    bool m_mayRead = false;
    bool m_isReading = false;
    BackgroundQueue m_queue;
};

} // namespace rollcall
