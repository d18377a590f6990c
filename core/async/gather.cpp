// SPDX-License-Identifier: MIT
#include "core/async/gather.h"

namespace rollcall::async::detail {

namespace {

/// Counts the ends of several futures and wakes the one who waits for them.
class Countdown final : public DoneListener
{
public:
    Countdown(std::vector<std::shared_ptr<FutureBase>> futures, UntilWhen until, Suspension &suspension)
        : m_futures(std::move(futures)),
          m_until(until),
          m_suspension(suspension)
    {
        for (const auto &future : m_futures) {
            if (future->isDone()) {
                note(*future);
            } else {
                ++m_pending;
                future->addDoneListener(*this);
            }
        }
        if (m_pending == 0)
            m_suspension.wake();
    }
    ~Countdown()
    {
        for (const auto &future : m_futures) {
            future->removeDoneListener(*this);
            future->exception(); // what fails after the first one has been told counts as fetched
        }
    }
    Countdown(const Countdown &) = delete;
    Countdown &operator=(const Countdown &) = delete;

    /// Asks all futures to end. False if none was left to ask.
    bool cancelAll()
    {
        for (const auto &future : m_futures)
            m_cancelling = future->cancel() || m_cancelling;
        return m_cancelling;
    }
    bool isCancelling() const { return m_cancelling; }
    std::exception_ptr firstException() const { return m_firstException; }

private:
    void futureDone(FutureBase &future) override
    {
        note(future);
        if (--m_pending == 0)
            m_suspension.wake();
    }
    void note(FutureBase &future)
    {
        if (m_until != UntilWhen::FirstException || m_firstException || !future.exception())
            return;
        m_firstException = future.exception();
        if (!m_cancelling)
            m_suspension.wake();
    }

    std::vector<std::shared_ptr<FutureBase>> m_futures;
    UntilWhen m_until;
    Suspension &m_suspension;
    std::size_t m_pending = 0;
    bool m_cancelling = false;
    std::exception_ptr m_firstException;
};

} // namespace

Coroutine<void> awaitFutures(std::vector<std::shared_ptr<FutureBase>> futures, UntilWhen until)
{
    Suspension suspension;
    Countdown countdown(std::move(futures), until, suspension);
    suspension.onCancel([&countdown] { return countdown.cancelAll(); });
    co_await suspension;
    if (countdown.isCancelling())
        throw Cancelled();
    if (countdown.firstException())
        std::rethrow_exception(countdown.firstException());
}

} // namespace rollcall::async::detail
