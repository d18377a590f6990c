// SPDX-License-Identifier: MIT
#include "core/lists/recordbuilder.h"

#include <algorithm>

namespace rollcall {

namespace {

constexpr std::size_t maximumDepth = 256;
constexpr qint64 maximumValues = 100'000;

} // namespace

RecordBuilder::RecordBuilder(QList<RecordPath> paths, const QStringList &wanted, Take take)
    : m_paths(std::move(paths)),
      m_wanted(wanted.begin(), wanted.end()),
      m_take(std::move(take))
{
}

bool RecordBuilder::begin(bool isArray, qint64 line)
{
    if (m_depth == maximumDepth) {
        m_reason = QStringLiteral("it is nested more than %1 deep").arg(maximumDepth);
        return false;
    }
    if (!m_building && isRecord()) {
        m_building = true;
        m_recordDepth = m_depth;
        m_line = line;
        m_values = 0;
    } else if (m_building && !m_skipping && !isWanted()) {
        m_skipping = true;
        m_skipDepth = m_depth;
    }
    if (m_building && !m_skipping) {
        if (isArray)
            m_builder.beginArray();
        else
            m_builder.beginObject();
    }
    if (m_depth == m_steps.size())
        m_steps.emplace_back();
    m_steps[m_depth].isArray = isArray;
    m_steps[m_depth].key.resize(0); // keeps its memory
    ++m_depth;
    return countValue();
}

bool RecordBuilder::end()
{
    --m_depth;
    if (m_skipping) {
        m_skipping = m_depth > m_skipDepth;
        return true;
    }
    if (m_building) {
        m_builder.end();
        handOver();
    }
    return true;
}

bool RecordBuilder::key(QStringView name)
{
    QString &key = m_steps[m_depth - 1].key;
    key.resize(0); // keeps its memory
    key += name;
    if (m_building && !m_skipping)
        m_builder.key(name);
    return true;
}

bool RecordBuilder::value(const QJsonValue &value, qint64 line)
{
    if (!m_building && isRecord()) {
        m_take(value, line);
        return true;
    }
    if (m_building && isKept())
        m_builder.value(value);
    return countValue();
}

bool RecordBuilder::text(QStringView text, qint64 line)
{
    return isKept() ? value(text.toString(), line) : countValue();
}

void RecordBuilder::reset()
{
    m_depth = 0;
    m_builder = ValueBuilder();
    m_building = false;
    m_skipping = false;
}

// Whether a value that begins now is an entry.
bool RecordBuilder::isRecord() const
{
    return std::any_of(m_paths.begin(), m_paths.end(),
                       [this](const RecordPath &path) { return matches(path); });
}

bool RecordBuilder::matches(const RecordPath &path) const
{
    if (static_cast<std::size_t>(path.size()) != m_depth)
        return false;
    for (std::size_t i = 0; i < m_depth; ++i) {
        const QString &step = path[static_cast<qsizetype>(i)];
        const bool fits = m_steps[i].isArray ? step == u"[]" : step == u"*" || step == m_steps[i].key;
        if (!fits)
            return false;
    }
    return true;
}

// Whether a value that begins now within an entry is to be kept.
bool RecordBuilder::isWanted() const
{
    const bool isMember = m_depth == m_recordDepth + 1 && !m_steps[m_depth - 1].isArray;
    return !isMember || m_wanted.isEmpty() || m_wanted.contains(m_steps[m_depth - 1].key);
}

// Whether a value that begins now is an entry or to be kept within one.
bool RecordBuilder::isKept() const
{
    return m_building ? !m_skipping && isWanted() : isRecord();
}

bool RecordBuilder::countValue()
{
    if (!m_building || ++m_values <= maximumValues)
        return true;
    m_reason = QStringLiteral("an entry has more than %1 values").arg(maximumValues);
    return false;
}

void RecordBuilder::handOver()
{
    if (!m_builder.isComplete())
        return;
    m_building = false;
    m_take(m_builder.take(), m_line);
}

} // namespace rollcall
