// SPDX-License-Identifier: MIT
// Awaiting a Qt signal.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/errors.h"
#include "core/async/suspension.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <tuple>

namespace rollcall::async {

namespace detail {

template <class... Args>
struct SignalValue {
    using Type = std::tuple<std::decay_t<Args>...>;
};
template <class Arg>
struct SignalValue<Arg> {
    using Type = std::decay_t<Arg>;
};

} // namespace detail

/// Waits for the next emission of \a signal and gives its arguments: nothing, the one, or a tuple. Throws
/// SenderDestroyed if \a sender is destroyed first. An overloaded signal is chosen with qOverload. \a sender
/// must be alive when this is awaited.
template <class Sender, class Owner, class... Args>
Coroutine<std::conditional_t<sizeof...(Args) == 0, void, typename detail::SignalValue<Args...>::Type>>
signalOf(Sender *sender, void (Owner::*signal)(Args...))
{
    Suspension suspension;
    QObject context; // ends the connections however the wait ends
    std::optional<typename detail::SignalValue<Args...>::Type> arguments;
    QObject::connect(sender, signal, &context, [&arguments, &suspension](Args... values) {
        if (!arguments)
            arguments.emplace(values...);
        suspension.wake();
    });
    QObject::connect(sender, &QObject::destroyed, &context, [&suspension] { suspension.wake(); });
    co_await suspension;
    if (!arguments)
        throw SenderDestroyed();
    if constexpr (sizeof...(Args) > 0)
        co_return std::move(*arguments);
}

/// Waits for the next time-out of \a timer, which must be running and stays as it is.
inline Coroutine<void> timeoutOf(QTimer *timer)
{
    Suspension suspension;
    QObject context;
    bool fired = false;
    QObject::connect(timer, &QTimer::timeout, &context, [&fired, &suspension] {
        fired = true;
        suspension.wake();
    });
    QObject::connect(timer, &QObject::destroyed, &context, [&suspension] { suspension.wake(); });
    co_await suspension;
    if (!fired)
        throw SenderDestroyed();
}

} // namespace rollcall::async
