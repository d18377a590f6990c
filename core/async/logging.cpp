// SPDX-License-Identifier: MIT
#include "core/async/logging.h"

namespace rollcall::async::detail {

Q_LOGGING_CATEGORY(logAsync, "rollcall.async", QtWarningMsg)

} // namespace rollcall::async::detail
