// SPDX-License-Identifier: MIT
#include "core/history/filelock.h"

namespace rollcall {

FileLock::FileLock(const QString &path) : m_lock(path + QStringLiteral(".lock"))
{
    // A lock is as old as the program runs: only one whose process is gone is stale.
    m_lock.setStaleLockTime(0);
}

MaybeProblem FileLock::take()
{
    if (m_lock.tryLock(0))
        return std::nullopt;
    if (m_lock.error() != QLockFile::LockFailedError)
        return StoreProblem(StoreFailure::CannotOpen,
                            QStringLiteral("cannot create %1").arg(m_lock.fileName()));
    qint64 process = 0;
    QString host;
    QString program;
    m_lock.getLockInfo(&process, &host, &program);
    return StoreProblem(StoreFailure::Busy,
                        QStringLiteral("in use by %1, process %2 on %3").arg(program).arg(process).arg(host));
}

} // namespace rollcall
