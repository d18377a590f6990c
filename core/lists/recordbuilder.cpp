// SPDX-License-Identifier: MIT
#include "core/lists/recordbuilder.h"

#include <algorithm>

namespace rollcall {

namespace {

constexpr std::size_t maximumDepth = 256;
constexpr qint64 maximumValues = 100'000;
constexpr qsizetype maximumTextSize = 4 * 1024 * 1024;

} // namespace

RecordBuilder::RecordBuilder(QList<RecordPath> paths, QStringList wanted, Take take)
    : m_paths(std::move(paths)),
      m_wanted(std::move(wanted)),
      m_take(std::move(take))
{
}

bool RecordBuilder::begin(ValueType type, qint64 line)
{
    if (m_depth == maximumDepth) {
        m_reason = QStringLiteral("it is nested more than %1 deep").arg(maximumDepth);
        return false;
    }
    if (!m_building && isRecord()) {
        m_building = true;
        m_skipsMember = false;
        m_recordDepth = m_depth;
        m_record.clear();
        m_line = line;
        m_values = 0;
    }
    if (m_building && !m_skipsMember) {
        if (type == ValueType::Array)
            m_record.beginArray();
        else
            m_record.beginObject();
    }
    if (m_depth == m_steps.size())
        m_steps.emplace_back();
    m_steps[m_depth].isArray = type == ValueType::Array;
    m_steps[m_depth].key.resize(0); // keeps its memory
    ++m_depth;
    return isWithinLimits();
}

bool RecordBuilder::end()
{
    --m_depth;
    if (!m_building)
        return true;
    const bool isWhole = m_depth == m_recordDepth;
    if (isWhole || !m_skipsMember)
        m_record.end();
    if (isWhole) {
        m_building = false;
        m_take(m_record.root(), m_line);
    }
    return true;
}

bool RecordBuilder::key(QStringView name)
{
    if (!m_building) {
        QString &key = m_steps[m_depth - 1].key;
        key.resize(0); // keeps its memory
        key += name;
        return true;
    }
    if (m_depth == m_recordDepth + 1)
        m_skipsMember = !m_wanted.isEmpty() && !m_wanted.contains(name);
    if (!m_skipsMember)
        m_record.key(name);
    return true;
}

bool RecordBuilder::scalar(ValueType type, QStringView notation, qint64 line)
{
    if (m_building) {
        if (!m_skipsMember)
            m_record.scalar(type, notation);
    } else if (isRecord()) {
        m_record.clear();
        m_record.scalar(type, notation);
        m_take(m_record.root(), line);
    }
    return isWithinLimits();
}

void RecordBuilder::reset()
{
    m_depth = 0;
    m_building = false;
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

// Counts a value that has begun.
bool RecordBuilder::isWithinLimits()
{
    if (!m_building)
        return true;
    if (++m_values > maximumValues)
        m_reason = QStringLiteral("an entry has more than %1 values").arg(maximumValues);
    else if (m_record.textSize() > maximumTextSize)
        m_reason = QStringLiteral("an entry is longer than %1 characters").arg(maximumTextSize);
    return m_reason.isEmpty();
}

} // namespace rollcall
