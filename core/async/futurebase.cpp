// SPDX-License-Identifier: MIT
#include "core/async/futurebase.h"

#include "core/async/exceptions.h"
#include "core/async/logging.h"
#include "core/async/scheduler.h"

#include <algorithm>

namespace rollcall::async {

/// A callback, as one of those who are told.
class FutureBase::CallbackListener final : public DoneListener
{
public:
    explicit CallbackListener(DoneCallback callback) : m_callback(std::move(callback)) {}

    CallbackId id() const { return m_id; }
    void futureDone(FutureBase &future) override
    {
        Scheduler::current().callSoon(
            [callback = std::move(m_callback), self = future.shared_from_this()] { callback(self); });
    }

private:
    static CallbackId nextId()
    {
        thread_local quint64 last = 0;
        return CallbackId(++last);
    }

    CallbackId m_id = nextId();
    DoneCallback m_callback;
};

FutureBase::FutureBase() = default;

FutureBase::~FutureBase() = default;

std::exception_ptr FutureBase::exception()
{
    markFetched();
    return storedException();
}

void FutureBase::removeDoneListener(DoneListener &listener)
{
    const auto position = std::find(m_listeners.begin(), m_listeners.end(), &listener);
    if (position != m_listeners.end())
        m_listeners.erase(position);
}

FutureBase::CallbackId FutureBase::addDoneCallback(DoneCallback callback)
{
    auto listener = std::make_unique<CallbackListener>(std::move(callback));
    const CallbackId id = listener->id();
    if (m_done) {
        listener->futureDone(*this);
    } else {
        addDoneListener(*listener);
        m_callbacks.push_back(std::move(listener));
    }
    return id;
}

bool FutureBase::removeDoneCallback(CallbackId id)
{
    const auto position = std::find_if(m_callbacks.begin(), m_callbacks.end(),
                                       [id](const auto &callback) { return callback->id() == id; });
    if (position == m_callbacks.end())
        return false;
    removeDoneListener(**position);
    m_callbacks.erase(position);
    return true;
}

void FutureBase::setDone()
{
    const std::exception_ptr exception = storedException();
    m_endedCancelled = exception && detail::isCancellation(exception);
    m_failed = exception && !m_endedCancelled;
    m_done = true;
    for (DoneListener *listener : std::exchange(m_listeners, {}))
        listener->futureDone(*this);
    m_callbacks.clear();
}

void FutureBase::logIfNotFetched() const
{
    if (m_failed && !m_fetched)
        qCWarning(detail::logAsync).noquote() << "Nobody fetched the exception of" << description() << "-"
                                              << detail::describe(storedException());
}

} // namespace rollcall::async
