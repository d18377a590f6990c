// SPDX-License-Identifier: MIT
// Queue<T>: hands values from the tasks that make them to the tasks that use them.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/errors.h"
#include "core/async/event.h"
#include "core/async/waiters.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace rollcall::async {

/// getNowait() found nothing.
class QueueEmpty : public std::runtime_error
{
public:
    QueueEmpty() : std::runtime_error("the queue is empty") {}
};

/// putNowait() found no room.
class QueueFull : public std::runtime_error
{
public:
    QueueFull() : std::runtime_error("the queue is full") {}
};

/// The queue was shut down.
class QueueShutDown : public std::runtime_error
{
public:
    QueueShutDown() : std::runtime_error("the queue has been shut down") {}
};

/// First in, first out.
template <class T>
class FifoOrder
{
public:
    void push(T value) { m_values.push_back(std::move(value)); }
    T pop()
    {
        T value = std::move(m_values.front());
        m_values.pop_front();
        return value;
    }
    std::size_t size() const { return m_values.size(); }

private:
    std::deque<T> m_values;
};

/// Last in, first out.
template <class T>
class LifoOrder
{
public:
    void push(T value) { m_values.push_back(std::move(value)); }
    T pop()
    {
        T value = std::move(m_values.back());
        m_values.pop_back();
        return value;
    }
    std::size_t size() const { return m_values.size(); }

private:
    std::vector<T> m_values;
};

/// The smallest first, by \a Compare.
template <class T, class Compare = std::less<T>>
class PriorityOrder
{
public:
    void push(T value)
    {
        m_values.push_back(std::move(value));
        std::push_heap(m_values.begin(), m_values.end(), isAfter);
    }
    T pop()
    {
        std::pop_heap(m_values.begin(), m_values.end(), isAfter);
        T value = std::move(m_values.back());
        m_values.pop_back();
        return value;
    }
    std::size_t size() const { return m_values.size(); }

private:
    static bool isAfter(const T &a, const T &b) { return Compare()(b, a); }

    std::vector<T> m_values;
};

/// asyncio's Queue, in an order of choice. Must outlive those who wait at it; one thread.
template <class T, class Order = FifoOrder<T>>
class Queue
{
public:
    enum class Shutdown {
        Drain,     ///< what is in the queue can still be taken
        Immediate, ///< what is in the queue is dropped, and counts as done
    };

    /// Holds at most \a maxSize values; 0 is no limit.
    explicit Queue(std::size_t maxSize = 0) : m_maxSize(maxSize) { m_finished.set(); }
    Queue(const Queue &) = delete;
    Queue &operator=(const Queue &) = delete;

    std::size_t size() const { return m_values.size(); }
    std::size_t maxSize() const { return m_maxSize; }
    bool isEmpty() const { return size() == 0; }
    bool isFull() const { return m_maxSize > 0 && size() >= m_maxSize; }

    /// Puts \a value in, waiting for room. Throws QueueShutDown.
    Coroutine<void> put(T value)
    {
        while (isFull() && !m_isShutDown) {
            detail::TurnWait room(m_putters);
            co_await room;
        }
        putNowait(std::move(value));
    }
    /// Puts \a value in. Throws QueueFull where put() would wait, and QueueShutDown.
    void putNowait(T value)
    {
        if (m_isShutDown)
            throw QueueShutDown();
        if (isFull())
            throw QueueFull();
        m_values.push(std::move(value));
        ++m_unfinished;
        m_finished.clear();
        wakeNext(m_getters);
    }
    /// Takes the next value, waiting for one. Throws QueueShutDown once there will be none any more.
    Coroutine<T> get()
    {
        while (isEmpty() && !m_isShutDown) {
            detail::TurnWait value(m_getters);
            co_await value;
        }
        co_return getNowait();
    }
    /// Takes the next value. Throws QueueEmpty where get() would wait, and QueueShutDown.
    T getNowait()
    {
        if (isEmpty() && m_isShutDown)
            throw QueueShutDown();
        if (isEmpty())
            throw QueueEmpty();
        T value = m_values.pop();
        wakeNext(m_putters);
        return value;
    }

    /// Says that the work on a value that get() gave is done. InvalidState if called more often than values
    /// were put in.
    void taskDone()
    {
        if (m_unfinished == 0)
            throw InvalidState("taskDone() was called more often than values were put in");
        if (--m_unfinished == 0)
            m_finished.set();
    }
    /// `co_await queue.join()`: waits until taskDone() was called for every value that was put in.
    auto join() { return m_finished.wait(); }

    /// Lets nothing in any more, and wakes all who wait to be told so.
    void shutDown(Shutdown manner = Shutdown::Drain)
    {
        m_isShutDown = true;
        if (manner == Shutdown::Immediate) {
            while (!isEmpty()) {
                m_values.pop();
                if (m_unfinished > 0) // taskDone() may have been called before get()
                    taskDone();
            }
        }
        detail::QueuedSuspension::wakeAll(m_getters);
        detail::QueuedSuspension::wakeAll(m_putters);
    }

private:
    using Waiters = detail::QueuedSuspension::Queue;

    static void wakeNext(Waiters &waiters)
    {
        if (!waiters.empty())
            detail::QueuedSuspension::wakeFirst(waiters);
    }

    Order m_values;
    std::size_t m_maxSize;
    std::size_t m_unfinished = 0;
    bool m_isShutDown = false;
    Event m_finished;
    Waiters m_getters;
    Waiters m_putters;
};

template <class T>
using LifoQueue = Queue<T, LifoOrder<T>>;

template <class T, class Compare = std::less<T>>
using PriorityQueue = Queue<T, PriorityOrder<T, Compare>>;

} // namespace rollcall::async
