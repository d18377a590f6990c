// SPDX-License-Identifier: MIT
// What the programs of the coroutine benchmark have in common: the sizes of the workloads and how a time is
// told.
#pragma once

#include <chrono>
#include <cstdio>

namespace rollcall::benchmark {

inline constexpr int switches = 500'000;
inline constexpr int gathered = 100'000;
inline constexpr int handOvers = 200'000;

class Stopwatch
{
public:
    /// Prints "<workload> <nanoseconds per operation>".
    void tell(const char *workload, int operations) const
    {
        const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - m_start;
        std::printf("%s %.1f\n", workload, time.count() / operations);
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace rollcall::benchmark
