// SPDX-License-Identifier: MIT
// The line at the foot of the window: how far the check is, how fast, how long still, and how the URLs did.
#pragma once

#include "core/check/checkprogress.h"

#include <QWidget>

#include <chrono>
#include <deque>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
QT_END_NAMESPACE

namespace rollcall {

/// The speed of a check over its last seconds.
class RateMeter
{
public:
    /// \a progress is not older than the one before; a check that starts anew begins a new measurement.
    void add(const CheckProgress &progress);
    void clear() { m_samples.clear(); }
    /// URLs a second; 0: not known yet.
    double perSecond() const;

private:
    struct Sample {
        std::chrono::milliseconds elapsed;
        qsizetype done;
    };
    std::deque<Sample> m_samples;
};

class ProgressRow : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressRow(QWidget *parent = nullptr);

    /// Shows a check that is running.
    void showRunning(const CheckProgress &progress);
    /// Shows how a check ended.
    void showFinished(const CheckProgress &summary);
    /// Shows what the list holds; \a counts.elapsed and \a counts.running mean nothing here.
    void showList(const CheckProgress &counts);

private:
    void showCounts(const CheckProgress &counts);

    QProgressBar *m_bar;
    QLabel *m_position;
    QLabel *m_rate;
    QLabel *m_remaining;
    QLabel *m_ok;
    QLabel *m_warnings;
    QLabel *m_failed;
    RateMeter m_meter;
};

} // namespace rollcall
