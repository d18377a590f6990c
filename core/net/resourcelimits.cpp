// SPDX-License-Identifier: MIT
#include "core/net/resourcelimits.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace rollcall {

void raiseOpenFilesLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit); // a refusal leaves the limit as it was: fewer URLs at once will do
    }
#endif
}

} // namespace rollcall
