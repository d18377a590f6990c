// SPDX-License-Identifier: MIT
// Reads the results of an earlier check, for the rules that compare answers.
#pragma once

#include "core/check/previousanswer.h"
#include "core/url/urlentry.h"

#include <QString>

#include <variant>

namespace rollcall::cli {

/// What the JSON lines of an earlier `check --jsonl \a path` say of \a list's URLs; of a URL that comes
/// several times, the first is compared with its first result, and so on. A file that is not there yet is
/// empty. Returns an English sentence when it cannot be read.
std::variant<PreviousAnswers, QString> loadPreviousAnswers(const QString &path, const UrlList &list);

} // namespace rollcall::cli
