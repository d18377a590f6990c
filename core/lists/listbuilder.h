// SPDX-License-Identifier: MIT
// Collects what a reader finds into an ImportedList: normalises, drops duplicates, keeps count of the rest.
#pragma once

#include "core/lists/callindex.h"
#include "core/lists/listreader.h"

#include <QByteArray>
#include <QStringView>

#include <vector>

namespace rollcall {

/// One import in the making.
class ListBuilder
{
public:
    ListBuilder(QString formatName, QString sourceName);

    /// Takes \a url, which stands on \a line, unless it is there already or is none. \a written is what the
    /// person sees on that line. Two entries with one URL are the same unless they call it otherwise: with
    /// another method, other headers or another body, or shall lead elsewhere. The redirect target among
    /// \a details is as written, and may be a path; what is none makes the line a rejected one.
    void add(qint64 line, QStringView written, QStringView url, const EntryDetails &details = noDetails());
    /// The same for formats that programs write: takes whole http and https URLs only.
    void addHttp(qint64 line, QStringView url, const EntryDetails &details = noDetails());
    /// The same for a URL that was read already.
    void addHttp(qint64 line, NormalizedUrl url);
    /// Notes that \a line was not taken.
    void reject(qint64 line, QStringView written, UrlProblem problem);
    /// Fails, and returns true, when a million lines were not taken and hardly any was: \a line is where to
    /// stop, since the source is no list.
    bool givesUpAt(qint64 line);
    /// Notes why the source cannot be read further.
    void fail(ImportError error);
    /// The same for what is wrong with the source itself.
    void fail(qint64 line, QString reason);
    bool hasFailed() const { return m_error.has_value(); }
    /// Tells how the source is read as a table.
    void setTable(TableLayout table) { m_list.table = std::move(table); }

    /// The list, and why it ended early, or why it is none: empty, or without a single URL. Call it once, at
    /// the end.
    ImportResult result();

private:
    void append(qint64 line, QStringView written, QByteArray url, const EntryDetails &details);
    void appendResolved(qint64 line, QStringView written, QByteArray url, const EntryDetails &details);

    ImportedList m_list;
    QString m_sourceName;
    std::optional<ImportError> m_error;
    CallIndex m_calls;
    std::vector<qint64> m_lines; // where each entry stands
};

} // namespace rollcall
