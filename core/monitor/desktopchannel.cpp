// SPDX-License-Identifier: MIT
#include "core/monitor/desktopchannel.h"

namespace rollcall {

async::Coroutine<Delivery> DesktopChannel::deliver(AlertMessage message)
{
    Delivery delivery;
    if (!m_notifier.notify(message))
        delivery =
            Delivery(Delivery::End::FailedForGood, QStringLiteral("the desktop shows no notifications"));
    co_return delivery;
}

} // namespace rollcall
