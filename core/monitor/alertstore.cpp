// SPDX-License-Identifier: MIT
#include "core/monitor/alertstore.h"

namespace rollcall {

async::Coroutine<KeptWatch> TransientAlertStore::load()
{
    co_return m_kept;
}

async::Coroutine<void> TransientAlertStore::keep(QList<OutgoingAlert> alerts, QList<UrlMemory> memories)
{
    m_kept.alerts.append(alerts);
    for (const UrlMemory &memory : memories)
        m_kept.memories.insert(memory.url, memory);
    co_return;
}

async::Coroutine<void> TransientAlertStore::settle(QString channel, QList<QByteArray> ids)
{
    m_kept.alerts.removeIf([&channel, &ids](const OutgoingAlert &each) {
        return each.channel == channel && ids.contains(each.alert.id);
    });
    co_return;
}

} // namespace rollcall
