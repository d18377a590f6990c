// SPDX-License-Identifier: MIT
// Decides which thread makes which call.
#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace rollcall {

/// Spreads the calls of a run over threads. A host begins on the thread with the least to do and stays there,
/// for its kept connections are there; what it is called at once beyond its first slot goes to the threads in
/// turn, so that a list of one host uses all of them. One thread.
class ThreadSpread
{
public:
    /// A call that counts as under way on its thread, until this is destroyed. Must not outlive the spread.
    class [[nodiscard]] Place
    {
    public:
        Place(ThreadSpread &spread, int number) : m_spread(spread), m_thread(number)
        {
            ++m_spread.m_calls[std::size_t(m_thread)];
        }
        ~Place() { --m_spread.m_calls[std::size_t(m_thread)]; }
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;

        /// From 0.
        int thread() const { return m_thread; }

    private:
        ThreadSpread &m_spread;
        int m_thread;
    };

    /// \a threads is 1 to 127.
    explicit ThreadSpread(int threads) : m_calls(std::size_t(threads), 0) {}

    /// The place of a call of a host, by the number of the host and its slot, both from 0.
    Place place(int hostId, int slot);

private:
    static constexpr qint8 nowhere = -1;

    std::vector<int> m_calls;   // under way, by thread
    std::vector<qint8> m_homes; // the thread of slot 0, by host
};

} // namespace rollcall
