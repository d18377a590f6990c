// SPDX-License-Identifier: MIT
#include "core/check/checkprogress.h"

namespace rollcall {

void CheckProgress::count(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        ++ok;
        break;
    case Outcome::Warning:
        ++warnings;
        break;
    case Outcome::Failed:
        ++failed;
        break;
    case Outcome::Cancelled:
        ++cancelled;
        break;
    }
}

} // namespace rollcall
