// SPDX-License-Identifier: MIT
#include "core/lists/callindex.h"

#include <QHash>

#include <algorithm>

namespace rollcall {

namespace {

bool callsOtherwise(const EntryDetails &details)
{
    return !details.method.isEmpty() || !details.headers.isEmpty() || !details.body.isEmpty() ||
           details.target;
}

} // namespace

QByteArray callOf(const QByteArray &url, const EntryDetails &details)
{
    if (!callsOtherwise(details))
        return url;
    QByteArray call = url + '\n' + details.method;
    for (const HeaderField &field : details.headers)
        call += '\n' + field.first + ':' + field.second;
    if (details.target)
        call += "\n>" + QByteArray::number(details.target->status) + ' ' + details.target->url;
    return call + "\n\n" + details.body;
}

qsizetype CallIndex::findOrAdd(const UrlList &entries, const QByteArray &url, const EntryDetails &details)
{
    if (m_used * 2 >= m_slots.size())
        grow();
    const QByteArray call = callOf(url, details);
    const auto hash = static_cast<quint32>(qHash(call, QHashSeed::globalSeed()));
    const std::size_t last = m_slots.size() - 1;
    for (std::size_t place = hash & last;; place = (place + 1) & last) {
        Slot &slot = m_slots[place];
        if (slot.number == 0) {
            slot = {hash, static_cast<quint32>(entries.size()) + 1};
            ++m_used;
            return entries.size();
        }
        const UrlEntry &entry = entries[slot.number - 1];
        if (slot.hash == hash && callOf(entry.url, entry.details()) == call)
            return slot.number - 1;
    }
}

void CallIndex::grow()
{
    constexpr std::size_t fewest = 1024;
    std::vector<Slot> grown(std::max(m_slots.size() * 2, fewest));
    const std::size_t last = grown.size() - 1;
    for (const Slot &slot : m_slots) {
        if (slot.number == 0)
            continue;
        std::size_t place = slot.hash & last;
        while (grown[place].number != 0)
            place = (place + 1) & last;
        grown[place] = slot;
    }
    m_slots = std::move(grown);
}

} // namespace rollcall
