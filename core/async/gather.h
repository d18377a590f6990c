// SPDX-License-Identifier: MIT
// gather(): runs several coroutines at once and collects what they give, in their order.
#pragma once

#include "core/async/task.h"

#include <tuple>
#include <vector>

namespace rollcall::async {

/// Choose it as gather(coroutines, returnExceptions): exceptions are collected like values, as with asyncio's
/// return_exceptions=True.
class ReturnExceptions
{
public:
    explicit constexpr ReturnExceptions() = default;
};
inline constexpr ReturnExceptions returnExceptions;

namespace detail {

enum class UntilWhen { AllDone, FirstException };

/// Waits for the tasks. Cancelling it cancels all of them and waits for their ends.
Coroutine<void> awaitTasks(std::vector<std::shared_ptr<TaskBase>> tasks, UntilWhen until);

template <class T>
std::vector<std::shared_ptr<TaskBase>> statesOf(const std::vector<Task<T>> &tasks)
{
    std::vector<std::shared_ptr<TaskBase>> states;
    states.reserve(tasks.size());
    for (const Task<T> &task : tasks)
        states.push_back(task.state());
    return states;
}

/// The result of \a task, moved out of it if nobody else can ask for it, or if it cannot be copied.
template <class T>
Result<T> takeResult(const Task<T> &task)
{
    Result<T> &result = task.state()->result();
    if constexpr (std::is_copy_constructible_v<typename Result<T>::Value>) {
        if (task.state().use_count() > 1)
            return result;
    }
    return std::move(result);
}

template <class T>
std::vector<Task<T>> createTasks(std::vector<Coroutine<T>> coroutines)
{
    std::vector<Task<T>> tasks;
    tasks.reserve(coroutines.size());
    for (Coroutine<T> &coroutine : coroutines)
        tasks.push_back(createTask(std::move(coroutine)));
    return tasks;
}

} // namespace detail

/// Waits for all \a tasks and gives their results in order, exceptions and cancellations among them as
/// Result<T>.
template <class T>
Coroutine<std::vector<Result<T>>> gather(std::vector<Task<T>> tasks, ReturnExceptions)
{
    std::vector<std::shared_ptr<TaskBase>> states = detail::statesOf(tasks);
    co_await detail::awaitTasks(std::move(states), detail::UntilWhen::AllDone);
    std::vector<Result<T>> results;
    results.reserve(tasks.size());
    for (const Task<T> &task : tasks)
        results.push_back(detail::takeResult(task));
    co_return results;
}

/// Waits for all \a tasks and gives their values in order. The first exception is thrown at once; the others
/// go on running, as in asyncio, and their exceptions count as fetched. Cancelling gather() cancels every
/// task, and it ends when they have.
template <class T>
Coroutine<std::vector<typename Result<T>::Value>> gather(std::vector<Task<T>> tasks)
{
    std::vector<std::shared_ptr<TaskBase>> states = detail::statesOf(tasks);
    co_await detail::awaitTasks(std::move(states), detail::UntilWhen::FirstException);
    std::vector<typename Result<T>::Value> values;
    values.reserve(tasks.size());
    for (const Task<T> &task : tasks)
        values.push_back(std::move(detail::takeResult(task).value()));
    co_return values;
}

/// The same for coroutines; each becomes a task when gather() is awaited.
template <class T>
Coroutine<std::vector<Result<T>>> gather(std::vector<Coroutine<T>> coroutines, ReturnExceptions)
{
    std::vector<Task<T>> tasks = detail::createTasks(std::move(coroutines));
    Coroutine<std::vector<Result<T>>> all = gather(std::move(tasks), returnExceptions);
    std::vector<Result<T>> results = co_await std::move(all);
    co_return results;
}

template <class T>
Coroutine<std::vector<typename Result<T>::Value>> gather(std::vector<Coroutine<T>> coroutines)
{
    std::vector<Task<T>> tasks = detail::createTasks(std::move(coroutines));
    Coroutine<std::vector<typename Result<T>::Value>> all = gather(std::move(tasks));
    std::vector<typename Result<T>::Value> values = co_await std::move(all);
    co_return values;
}

/// The same for coroutines of different types: gives a tuple, with std::monostate for void.
template <class... Ts>
Coroutine<std::tuple<typename Result<Ts>::Value...>> gather(Coroutine<Ts>... coroutines)
{
    std::tuple<Task<Ts>...> tasks{createTask(std::move(coroutines))...}; // braces: from left to right
    std::vector<std::shared_ptr<TaskBase>> states;
    std::apply([&states](const auto &...task) { (states.push_back(task.state()), ...); }, tasks);
    co_await detail::awaitTasks(std::move(states), detail::UntilWhen::FirstException);
    co_return std::apply(
        [](const auto &...task) {
            return std::tuple<typename Result<Ts>::Value...>(std::move(task.state()->result().value())...);
        },
        tasks);
}

} // namespace rollcall::async
