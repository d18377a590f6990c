// SPDX-License-Identifier: MIT
// Picks the entries of a list out of a document of JSON or YAML while it is being parsed.
#pragma once

#include "core/lists/valuebuilder.h"

#include <QList>
#include <QSet>
#include <QStringList>
#include <QStringView>

#include <cstddef>
#include <functional>
#include <vector>

namespace rollcall {

/// Where entries stand in a document: the keys that lead to one, "*" for any key, "[]" for the items of an
/// array. An empty path means the document itself.
using RecordPath = QStringList;

/// Gets the events of a parser and hands over each value that stands at one of the paths, on its own: the
/// rest of the document is passed over. Nesting is limited to 256, and an entry to 100,000 values.
class RecordBuilder
{
public:
    using Take = std::function<void(const QJsonValue &record, qint64 line)>;

    /// Of objects at a path only the members named \a wanted are kept; all of them when it is empty.
    RecordBuilder(QList<RecordPath> paths, const QStringList &wanted, Take take);

    /// These return false when a limit is reached; reason() tells which.
    bool beginObject(qint64 line) { return begin(false, line); }
    bool beginArray(qint64 line) { return begin(true, line); }
    bool end();
    bool key(QStringView name);
    bool value(const QJsonValue &value, qint64 line);
    /// The same for a text, of which nothing is kept where it is passed over.
    bool text(QStringView text, qint64 line);

    QString reason() const { return m_reason; }
    /// Forgets what has begun and not ended, for a parser that goes on behind an error.
    void reset();

private:
    struct Step {
        bool isArray = false;
        QString key; // of the current member
    };

    bool begin(bool isArray, qint64 line);
    bool isRecord() const;
    bool isKept() const;
    bool matches(const RecordPath &path) const;
    bool isWanted() const;
    bool countValue();
    void handOver();

    QList<RecordPath> m_paths;
    QSet<QString> m_wanted;
    Take m_take;
    std::vector<Step> m_steps; // the first m_depth lead to the next value, the others keep their memory
    std::size_t m_depth = 0;
    std::size_t m_recordDepth = 0; // of steps around the record that is being built; 0: see m_building
    bool m_building = false;
    std::size_t m_skipDepth = 0; // of steps around a member that is not wanted
    bool m_skipping = false;
    ValueBuilder m_builder;
    qint64 m_line = 0;
    qint64 m_values = 0;
    QString m_reason;
};

} // namespace rollcall
