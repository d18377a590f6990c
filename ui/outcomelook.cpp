// SPDX-License-Identifier: MIT
#include "ui/outcomelook.h"

namespace rollcall {

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return Tone::Ok;
    case Outcome::Warning:
        return Tone::Warning;
    case Outcome::Failed:
        return Tone::Failed;
    case Outcome::Cancelled:
        return Tone::Muted;
    }
    Q_UNREACHABLE();
}

QIcon outcomeIcon(Outcome outcome)
{
    return symbolIcon(QStringLiteral("outcome-") + QString::fromLatin1(slug(outcome)), toneOf(outcome));
}

} // namespace rollcall
