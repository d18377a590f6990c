// SPDX-License-Identifier: MIT
// Picks the entries of a list out of a document of JSON or YAML while it is being parsed.
#pragma once

#include "core/url/valuetree.h"

#include <QList>
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
/// rest of the document is passed over. Nesting is limited to 256, and an entry to 100,000 values and to
/// 4 Mi characters.
class RecordBuilder
{
public:
    /// \a record is valid during the call.
    using Take = std::function<void(ValueView record, qint64 line)>;

    /// Of objects at a path only the members named \a wanted are kept; all of them when it is empty.
    RecordBuilder(QList<RecordPath> paths, QStringList wanted, Take take);

    /// These return false when a limit is reached; reason() tells which.
    bool beginObject(qint64 line) { return begin(ValueType::Object, line); }
    bool beginArray(qint64 line) { return begin(ValueType::Array, line); }
    bool end();
    bool key(QStringView name);
    /// A value that holds no others, as it is written.
    bool scalar(ValueType type, QStringView notation, qint64 line);

    /// Whether a value that comes now is passed over.
    bool isSkipping() const { return m_building ? m_skipsMember : !isRecord(); }
    QString reason() const { return m_reason; }
    /// Forgets what has begun and not ended, for a parser that goes on behind an error.
    void reset();

private:
    struct Step {
        bool isArray = false;
        QString key; // of the current member; not kept within a record
    };

    bool begin(ValueType type, qint64 line);
    bool isRecord() const;
    bool matches(const RecordPath &path) const;
    bool isWithinLimits();

    QList<RecordPath> m_paths;
    QStringList m_wanted;
    Take m_take;
    std::vector<Step> m_steps; // the first m_depth lead to the next value, the others keep their memory
    std::size_t m_depth = 0;
    std::size_t m_recordDepth = 0; // of steps around the record that is being built; 0: see m_building
    bool m_building = false;
    bool m_skipsMember = false; // the current member of the record is not wanted
    ValueTree m_record;
    qint64 m_line = 0;
    qint64 m_values = 0; // that have begun within the record
    QString m_reason;
};

} // namespace rollcall
