// SPDX-License-Identifier: MIT
// Collects what a reader finds into an ImportedList: normalises, drops duplicates, keeps count of the rest.
#pragma once

#include "core/lists/listreader.h"

#include <QByteArray>
#include <QSet>
#include <QStringView>

namespace rollcall {

/// One import in the making.
class ListBuilder
{
public:
    ListBuilder(QString formatName, QString sourceName);

    /// Takes \a url, which stands on \a line, unless it is there already or is none. \a written is what the
    /// person sees on that line.
    void add(qint64 line, QStringView written, QStringView url);
    /// Notes that \a line was not taken.
    void reject(qint64 line, QStringView written, UrlProblem problem);

    /// The list, or why it is none: empty, or without a single URL. Call it once, at the end.
    ImportResult result();

private:
    ImportedList m_list;
    QString m_sourceName;
    QSet<QByteArray> m_seen;
};

} // namespace rollcall
