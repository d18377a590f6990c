// SPDX-License-Identifier: MIT
// What was found out over time: every result, runs, incidents and roll-ups, kept on a thread of its own.
#pragma once

#include "core/history/historyvalues.h"
#include "core/history/storeproblem.h"

#include <QList>
#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace rollcall {

class HistoryFile;

/// A run that records, in one History.
enum class RunTicket : qint64 {};

/// The history in one file, which may be that of the Store. Several processes may share it. Lives in the
/// thread that made it; every call returns at once and is carried out in order on the history's own thread;
/// each write is one transaction. A failure to write is said once, and again only after the next flush();
/// what could not be written is lost. After a failure to open, writes are dropped and queries answer with it.
class History : public QObject
{
    Q_OBJECT
public:
    /// Nothing is opened before open().
    explicit History(QString path, QObject *parent = nullptr);
    /// Carries out what is pending, then closes the file.
    ~History() override;

    const QString &path() const { return m_path; }

    /// Opens (and creates) the file, mode 0600, and answers with opened() or failed(). From then on the file
    /// is kept in order now and then: roll-ups, retention.
    void open();
    /// As open(), for programs without a window: waits for the answer, and gives it.
    MaybeProblem openAndWait();
    /// Answers with saved() once everything asked for before is on disk, or with failed().
    void flush();
    /// As flush(), for programs without a window.
    MaybeProblem flushAndWait();

    RunTicket beginRun(const RunStart &start);
    /// Results of a run that has not ended. Cancelled ones say nothing about their URL and are passed over.
    void addResults(RunTicket run, QList<HistoryResult> results);
    void endRun(RunTicket run, const QDateTime &ended, const CheckProgress &counts);

    /// \a incident begins or goes on; each URL has at most one that lasts, and another one is ignored.
    void beginIncident(const Incident &incident);
    /// Ends the incident of \a url that lasts, if there is one.
    void endIncident(const QByteArray &url, const QDateTime &ended);
    /// There was no network here between these: what was checked meanwhile does not count. Said again with
    /// the same beginning it reaches further. To be said within ten minutes: later the hour may be rolled up.
    void noteLocalOutage(const QDateTime &began, const QDateTime &ended);
    void setRetention(Retention retention);

    /// Calls \a query with the HistoryFile on the history's thread and then \a done with its Answer in this
    /// thread, unless \a context is gone by then.
    template <class Query, class Done>
    void ask(QObject *context, Query query, Done done)
    {
        using Result = std::invoke_result_t<Query, HistoryFile &>;
        runQuery([this, context = QPointer<QObject>(context), query = std::move(query),
                  done = std::move(done)](HistoryFile *file, const StoreProblem &notOpen) mutable {
            Result answer = file != nullptr ? query(*file) : Result(notOpen);
            QMetaObject::invokeMethod(
                this,
                [context = std::move(context), done = std::move(done), answer = std::move(answer)]() mutable {
                    if (context)
                        done(std::move(answer));
                },
                Qt::QueuedConnection);
        });
    }

Q_SIGNALS:
    void opened();
    void saved();
    /// \a detail is the system's or SQLite's own reason, in English.
    void failed(rollcall::StoreFailure failure, const QString &detail);

private:
    class Worker;
    template <class Work>
    void post(Work work);
    template <class Work>
    MaybeProblem postAndWait(Work work);
    void runQuery(std::function<void(HistoryFile *, const StoreProblem &)> query);

    QString m_path;
    qint64 m_lastTicket = 0;
    Worker *m_worker = nullptr;
    std::unique_ptr<QThread> m_thread;
};

} // namespace rollcall
