// SPDX-License-Identifier: MIT
#include "app/cli/kepthistory.h"

#include "app/cli/historysentence.h"

namespace rollcall::cli {

QString KeptHistory::open()
{
    if (const MaybeProblem problem = m_history.openAndWait())
        return historySentence(m_history.path(), *problem);
    return {};
}

void KeptHistory::begin(const QString &lists, qsizetype urls)
{
    m_recorder.begin(RunStart(RunKind::CommandLine, lists, QDateTime::currentDateTimeUtc(), urls));
}

QString KeptHistory::finish(const CheckProgress &summary)
{
    m_recorder.end(summary);
    if (const MaybeProblem problem = m_history.flushAndWait())
        return historySentence(m_history.path(), *problem);
    return {};
}

} // namespace rollcall::cli
