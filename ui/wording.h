// SPDX-License-Identifier: MIT
// The words and sentences that people read for the values of the core.
#pragma once

#include "core/check/checkresult.h"
#include "core/history/store.h"
#include "core/history/storeproblem.h"
#include "core/lists/listreader.h"

#include <QString>

namespace rollcall {

/// "OK", "Warning", "Failed", "Cancelled".
QString outcomeWord(Outcome outcome);
/// A few words for a table cell; empty for None.
QString errorTitle(ErrorKind kind);
/// What happened and what to try, with the detail; empty for a result without an error.
QString errorSentence(const CheckResult &result);
/// Why a line of a list was not taken.
QString problemSentence(UrlProblem problem);
/// What an import format is called; \a formatName is ListReader::formatName().
QString formatWord(const QString &formatName);
/// Why nothing could be imported; names the source.
QString importErrorSentence(const ImportError &error);
/// What is wrong with the file that keeps the list. \a detail is the system's own reason.
QString storeFailureSentence(StoreFailure failure, const QString &detail);

/// Why checks are not kept in the history.
QString historyProblemSentence(const StoreProblem &problem);

/// Why nothing of a watch outlasts this start.
QString watchProblemSentence(const StoreProblem &problem);

/// \a name as it stands in a menu or on a button, where an ampersand would mark a key.
QString menuText(QString name);

} // namespace rollcall
