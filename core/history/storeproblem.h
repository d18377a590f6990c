// SPDX-License-Identifier: MIT
// What can go wrong with the file, as values.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace rollcall {

/// What went wrong with the file.
enum class StoreFailure {
    CannotOpen,  ///< no permission, a folder in its place, ...
    Damaged,     ///< not a database, or a damaged one: it is left as it is
    TooNew,      ///< written by a later version of the program: it is left as it is
    Busy,        ///< another process holds it
    CannotWrite, ///< disk full, read-only, ...
};

/// What went wrong, and why.
struct StoreProblem {
    StoreProblem(StoreFailure storeFailure, QString reason) : failure(storeFailure), detail(std::move(reason))
    {
    }

    StoreFailure failure;
    QString detail; ///< the system's or SQLite's own reason, in English

    friend bool operator==(const StoreProblem &, const StoreProblem &) = default;
};

using MaybeProblem = std::optional<StoreProblem>;

/// What was asked for, or why it could not be read.
template <class T>
using Answer = std::variant<T, StoreProblem>;

} // namespace rollcall
