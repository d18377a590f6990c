// SPDX-License-Identifier: MIT
#include "core/check/threadspread.h"

#include <algorithm>

namespace rollcall {

ThreadSpread::Place ThreadSpread::place(int hostId, int slot)
{
    const auto host = std::size_t(hostId);
    if (m_homes.size() <= host)
        m_homes.resize(host + 1, nowhere);
    qint8 &home = m_homes[host];
    if (home == nowhere)
        home = qint8(std::min_element(m_calls.begin(), m_calls.end()) - m_calls.begin());
    return Place(*this, int((std::size_t(home) + std::size_t(slot)) % m_calls.size()));
}

} // namespace rollcall
