// SPDX-License-Identifier: MIT
#include "app/cli/historysentence.h"

namespace rollcall::cli {

QString historySentence(const QString &path, const StoreProblem &problem)
{
    const auto sentence = [&](const char *text) {
        return QString::fromLatin1(text).arg(path, problem.detail);
    };
    switch (problem.failure) {
    case StoreFailure::CannotOpen:
        return sentence("Cannot open the history \"%1\": %2.");
    case StoreFailure::Damaged:
        return sentence("The history \"%1\" is damaged and was left as it is: %2. \"rollcall-cli history "
                        "--set-aside\" renames it, so that a new one can begin.");
    case StoreFailure::TooNew:
        return sentence("The history \"%1\" was written by a later version of Rollcall: %2.");
    case StoreFailure::Busy:
        return sentence("The history \"%1\" is held by another program: %2.");
    case StoreFailure::CannotWrite:
        return sentence("Cannot write all results to the history \"%1\": %2.");
    }
    return {};
}

} // namespace rollcall::cli
