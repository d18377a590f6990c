// SPDX-License-Identifier: MIT
// Checks one list once: picks the next URL, keeps the limits, collects the results.
#pragma once

#include "core/async/coroutine.h"
#include "core/check/checkprogress.h"
#include "core/check/checkresult.h"
#include "core/check/checksettings.h"
#include "core/check/previousanswer.h"
#include "core/url/urlentry.h"

#include <functional>
#include <memory>

namespace rollcall {

/// One check of one list. Lives in one thread, the one whose event loop runs it.
class CheckRun
{
public:
    /// \a settings must be valid (see validate()). \a previous: for the rules that compare answers.
    CheckRun(UrlList list, CheckSettings settings, PreviousAnswers previous = {});
    ~CheckRun();
    CheckRun(const CheckRun &) = delete;
    CheckRun &operator=(const CheckRun &) = delete;

    /// Called as a position of the list leaves the queue. Set before run().
    void onStarted(std::function<void(qsizetype)> handler);
    /// Called once for each position of the list, in the order of completion. Set before run().
    void onResult(std::function<void(IndexedResult)> handler);

    /// Checks the list; ends when every position has its result. May be called once.
    /// Cancelling it stops the check as stop() does and then throws Cancelled.
    async::Coroutine<CheckProgress> run();
    /// Cancels what is in flight and starts nothing more: run() delivers the rest as Outcome::Cancelled and
    /// returns. Safe at any moment, also before run() and twice.
    void stop();
    /// Changes the limits with effect at once; lowering them lets what is in flight end.
    void setLimits(CheckLimits limits);
    /// While it is paused no call begins; what is in flight ends. The time counts as queue time of those who
    /// wait, and not as elapsed. A paused run can be stopped. Safe at any moment, also before run() and
    /// twice.
    void setPaused(bool paused);
    CheckProgress progress() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace rollcall
