// SPDX-License-Identifier: MIT
// Keeps a file for one process alone.
#pragma once

#include "core/history/storeproblem.h"

#include <QLockFile>
#include <QString>

namespace rollcall {

/// A lock beside the file, which ends with this object, or with the process however that ends.
class FileLock
{
public:
    /// Takes nothing yet.
    explicit FileLock(const QString &path);

    /// Busy, with the program and the process that hold it, when it is taken.
    MaybeProblem take();

private:
    QLockFile m_lock;
};

} // namespace rollcall
