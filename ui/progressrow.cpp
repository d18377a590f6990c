// SPDX-License-Identifier: MIT
#include "ui/progressrow.h"

#include "ui/format.h"
#include "ui/symbolicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

constexpr auto measuredTime = 5s;

} // namespace

void RateMeter::add(const CheckProgress &progress)
{
    if (!m_samples.empty() && progress.done() < m_samples.back().done)
        m_samples.clear();
    m_samples.push_back({progress.elapsed, progress.done()});
    while (m_samples.size() > 2 && progress.elapsed - m_samples[1].elapsed >= measuredTime)
        m_samples.pop_front();
}

double RateMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const auto time = m_samples.back().elapsed - m_samples.front().elapsed;
    const auto count = m_samples.back().done - m_samples.front().done;
    return time > 0ms ? double(count) * 1000 / double(time.count()) : 0;
}

ProgressRow::ProgressRow(QWidget *parent)
    : QWidget(parent),
      m_bar(new QProgressBar),
      m_position(new QLabel),
      m_rate(new QLabel),
      m_remaining(new QLabel),
      m_ok(new QLabel),
      m_warnings(new QLabel),
      m_failed(new QLabel)
{
    m_position->setObjectName(QStringLiteral("position"));
    m_rate->setObjectName(QStringLiteral("speed"));
    m_remaining->setObjectName(QStringLiteral("remaining"));
    m_bar->setAccessibleName(tr("Progress of the check"));
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(160);
    m_bar->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(16);
    layout->addWidget(m_bar, 1);
    for (QLabel *label : {m_position, m_rate, m_remaining})
        layout->addWidget(label);
    layout->addStretch(1);
    for (QLabel *label : {m_ok, m_warnings, m_failed})
        layout->addWidget(label);
    // The table above must not move as the bar comes and goes.
    setMinimumHeight(m_bar->sizeHint().height() + layout->contentsMargins().top() * 2);
}

void ProgressRow::showRunning(const CheckProgress &progress)
{
    if (progress.isPaused)
        m_meter.clear(); // what still ends says nothing about the speed after the pause
    else
        m_meter.add(progress);
    // A progress bar counts in int, and its steps need not be finer than its pixels.
    constexpr int steps = 1000;
    m_bar->setRange(0, steps);
    m_bar->setValue(progress.total > 0 ? int(qint64(steps) * progress.done() / progress.total) : 0);
    m_bar->show();
    m_position->setText(tr("%1 of %2").arg(formatCount(progress.done()), formatCount(progress.total)));
    const double rate = m_meter.perSecond();
    m_rate->setText(rate > 0 ? formatRate(rate) : QString());
    const double left = rate > 0 ? double(progress.total - progress.done()) / rate : 0;
    if (progress.isPaused)
        m_remaining->setText(progress.running > 0
                                 ? tr("Pausing: %1 still running", nullptr, pluralNumber(progress.running))
                                       .arg(formatCount(progress.running))
                                 : tr("Paused"));
    else
        m_remaining->setText(left > 0 ? formatRemaining(std::chrono::seconds(qRound64(left))) : QString());
    showCounts(progress);
}

void ProgressRow::showFinished(const CheckProgress &summary)
{
    m_meter.clear();
    m_bar->hide();
    const qsizetype checked = summary.done() - summary.cancelled;
    m_position->setText(tr("%1 URL(s) checked in %2", nullptr, pluralNumber(checked))
                            .arg(formatCount(checked), formatDuration(summary.elapsed)));
    m_rate->clear();
    m_remaining->setText(
        summary.cancelled > 0
            ? tr("%1 stopped", nullptr, pluralNumber(summary.cancelled)).arg(formatCount(summary.cancelled))
            : QString());
    showCounts(summary);
}

void ProgressRow::showList(const CheckProgress &counts)
{
    m_meter.clear();
    m_bar->hide();
    m_position->setText(tr("%1 URL(s)", nullptr, pluralNumber(counts.total)).arg(formatCount(counts.total)));
    m_rate->clear();
    m_remaining->clear();
    showCounts(counts);
    setVisible(counts.total > 0); // an empty list has nothing to count
}

void ProgressRow::showCounts(const CheckProgress &counts)
{
    m_ok->setText(tr("OK %1").arg(formatCount(counts.ok)));
    m_warnings->setText(tr("Warning %1").arg(formatCount(counts.warnings)));
    m_failed->setText(tr("Failed %1").arg(formatCount(counts.failed)));
    QPalette tinted = palette();
    if (counts.failed > 0)
        tinted.setColor(QPalette::WindowText, toneColor(Tone::Failed, tinted));
    m_failed->setPalette(tinted);
}

} // namespace rollcall
