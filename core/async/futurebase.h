// SPDX-License-Identifier: MIT
// What futures and tasks have in common, whatever their value: being done, cancelled, and waited for.
#pragma once

#include "core/async/result.h"

#include <QString>

#include <exception>
#include <functional>
#include <memory>
#include <vector>

namespace rollcall::async {

class FutureBase;

/// Is told, at once and on the spot, that a future is done. Must do no more than note it and wake somebody.
class DoneListener
{
public:
    virtual void futureDone(FutureBase &future) = 0;

protected:
    ~DoneListener() = default;
};

/// The shared state behind Future<T> and Task<T>.
class FutureBase : public std::enable_shared_from_this<FutureBase>
{
public:
    /// Tells one done callback of a future from another.
    enum class CallbackId : quint64 {};
    using DoneCallback = std::function<void(const std::shared_ptr<FutureBase> &)>;

    virtual ~FutureBase();
    FutureBase(const FutureBase &) = delete;
    FutureBase &operator=(const FutureBase &) = delete;

    bool isDone() const { return m_done; }
    /// Done, and it ended by Cancelled.
    bool isCancelled() const { return m_endedCancelled; }
    /// Done, and it ended by an exception other than Cancelled. Does not count as fetching it.
    bool hasFailed() const { return m_failed; }

    /// Asks it to end by Cancelled. Returns false if it was done.
    virtual bool cancel() = 0;

    /// What a log calls it.
    virtual QString description() const { return QStringLiteral("a future"); }

    /// The exception it ended with, or null. Counts as fetched: it is not logged any more.
    std::exception_ptr exception();
    void markFetched() { m_fetched = true; }

    void addDoneListener(DoneListener &listener) { m_listeners.push_back(&listener); }
    void removeDoneListener(DoneListener &listener);

    /// Has \a callback called from the event loop once this is done, in the order of registration.
    CallbackId addDoneCallback(DoneCallback callback);
    /// False if there is no such callback, or its call is on the way already.
    bool removeDoneCallback(CallbackId id);

protected:
    FutureBase();
    /// Tells everybody. The result is stored already.
    void setDone();
    /// Called by the destructor of whoever stores the result.
    void logIfNotFetched() const;

private:
    class CallbackListener;

    virtual std::exception_ptr storedException() const = 0;
    bool m_done = false;
    bool m_endedCancelled = false;
    bool m_failed = false;
    bool m_fetched = false;
    std::vector<DoneListener *> m_listeners;
    std::vector<std::unique_ptr<CallbackListener>> m_callbacks;
};

/// A state of kind \a Base that stores a result of type \a T.
template <class T, class Base>
class WithResult : public Base
{
public:
    ~WithResult() override { this->logIfNotFetched(); }

    /// Empty until it is done.
    Result<T> &result() { return m_result; }

private:
    std::exception_ptr storedException() const final { return m_result.exception(); }

    Result<T> m_result;
};

} // namespace rollcall::async
