// SPDX-License-Identifier: MIT
#include "app/cli/watchhistory.h"

#include "app/cli/historysentence.h"
#include "app/cli/terminal.h"

#include <utility>

namespace rollcall::cli {

WatchHistory::WatchHistory(const QString &path)
    : m_history(path),
      m_store(path, [this](const StoreProblem &problem) { notWritten(problem); })
{
    QObject::connect(
        &m_history, &History::failed, &m_history,
        [this](StoreFailure failure, const QString &detail) { notWritten(StoreProblem(failure, detail)); });
}

QString WatchHistory::open()
{
    MaybeProblem problem = m_history.openAndWait();
    if (!problem)
        problem = m_store.open();
    return problem ? historySentence(m_history.path(), *problem) : QString();
}

void WatchHistory::begin(const Watch &watch, const QString &lists, std::chrono::milliseconds shortestRound)
{
    QList<QByteArray> urls;
    for (int number = 0; number < watch.count(); ++number)
        urls.append(watch.url(number).entry().url);
    m_recorder.emplace(m_history, std::move(urls), lists, shortestRound);
}

void WatchHistory::add(const WatchNews &news)
{
    m_recorder->add(news, QDateTime::currentDateTimeUtc());
}

bool WatchHistory::finish()
{
    m_recorder->finish(QDateTime::currentDateTimeUtc());
    if (const MaybeProblem problem = m_history.flushAndWait())
        notWritten(*problem);
    return m_isWhole;
}

/// A disk that is full fails both writers, and each write.
void WatchHistory::notWritten(const StoreProblem &problem)
{
    if (std::exchange(m_isWhole, false))
        complain(historySentence(m_history.path(), problem));
}

} // namespace rollcall::cli
