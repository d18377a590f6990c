// SPDX-License-Identifier: MIT
// Keeps alerts and memories in the file of the history.
#pragma once

#include "core/history/storeproblem.h"
#include "core/monitor/alertstore.h"

#include <QString>
#include <QThread>

#include <functional>
#include <memory>

namespace rollcall {

/// Keeps alerts and memories in one SQLite file, which the history may use as well, also that of other
/// processes; but one of these stores alone, since two would deliver each other's alerts. It has a thread of
/// its own for it; each call returns once the file has taken what it was given, which outlasts a kill. A
/// cancelled call is carried out all the same, and then throws Cancelled. When the file does not take it (a
/// full disk), the problem is told once, and again after something was written.
class DurableAlertStore final : public AlertStore
{
public:
    /// Nothing is opened before open(). \a onProblem is called in the thread that made the store.
    DurableAlertStore(const QString &path, std::function<void(const StoreProblem &)> onProblem);
    /// Carries out what is pending, then closes the file.
    ~DurableAlertStore() override;

    /// Opens (and creates) the file, and waits for it. Busy when another store has it.
    MaybeProblem open();

    async::Coroutine<KeptWatch> load() override;
    async::Coroutine<void> keep(QList<OutgoingAlert> alerts, QList<UrlMemory> memories) override;
    async::Coroutine<void> settle(QString channel, QList<QByteArray> ids) override;

private:
    class Worker;

    async::Coroutine<void> write(std::function<MaybeProblem(Worker &)> body);
    void tell(const MaybeProblem &problem);

    std::function<void(const StoreProblem &)> m_onProblem;
    bool m_hasProblem = false;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace rollcall
