// SPDX-License-Identifier: MIT
#include "ui/entrycheckform.h"

#include "core/check/checksettings.h"
#include "core/monitor/schedule.h"
#include "core/url/durations.h"
#include "core/url/normalizeurl.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace rollcall {

namespace {

QString textOf(const std::optional<std::chrono::milliseconds> &duration)
{
    return duration ? durationText(*duration) : QString();
}

/// What was entered, if \a field is not empty.
QString entered(const QLineEdit &field)
{
    return field.text().trimmed();
}

} // namespace

EntryCheckForm::EntryCheckForm(const EntryDetails &details, QWidget *parent)
    : QWidget(parent),
      m_timeLimit(new QLineEdit(textOf(details.timeLimit))),
      m_statuses(new QLineEdit(statusText(details.statuses))),
      m_target(new QLineEdit(details.target ? QString::fromUtf8(details.target->url) : QString())),
      m_targetStatus(new QComboBox),
      m_interval(new QLineEdit(textOf(details.interval)))
{
    m_timeLimit->setObjectName(QStringLiteral("entryTimeLimit"));
    m_timeLimit->setPlaceholderText(tr("as the settings say"));
    m_timeLimit->setToolTip(tr("How long one call may take, redirects and body included, as in 5s or 1m"));
    m_statuses->setObjectName(QStringLiteral("entryStatuses"));
    m_statuses->setPlaceholderText(tr("as the settings say"));
    m_statuses->setToolTip(tr("HTTP status codes that count as OK, for example 200-299,304"));
    m_target->setObjectName(QStringLiteral("entryTarget"));
    m_target->setPlaceholderText(tr("anywhere"));
    m_target->setToolTip(tr("The URL that has to answer in the end, all redirects followed"));
    m_targetStatus->setObjectName(QStringLiteral("entryTargetStatus"));
    m_targetStatus->setToolTip(tr("The status of the first redirect"));
    m_targetStatus->addItem(tr("any"), 0);
    for (const int status : {301, 302, 303, 307, 308})
        m_targetStatus->addItem(QString::number(status), status);
    const int status = details.target ? details.target->status : 0;
    if (m_targetStatus->findData(status) < 0)
        m_targetStatus->addItem(QString::number(status), status);
    m_targetStatus->setCurrentIndex(m_targetStatus->findData(status));
    m_interval->setObjectName(QStringLiteral("entryInterval"));
    m_interval->setPlaceholderText(tr("as the list's schedule says"));
    m_interval->setToolTip(
        tr("How often the URL is checked while its list is watched: 10s to 366 days, as in 90s or 5m"));

    auto *form = new QFormLayout(this);
    form->addRow(tr("Time-&out:"), m_timeLimit);
    form->addRow(tr("&Statuses that pass:"), m_statuses);
    form->addRow(tr("Has to &lead to:"), m_target);
    form->addRow(tr("By a &redirect:"), m_targetStatus);
    form->addRow(tr("&Watch every:"), m_interval);
}

std::optional<FieldProblem> EntryCheckForm::take(EntryDetails &details) const
{
    const auto timeLimit = durationFromText(entered(*m_timeLimit));
    if (!entered(*m_timeLimit).isEmpty() && (!timeLimit || !allowed::timeout.contains(*timeLimit)))
        return FieldProblem(m_timeLimit, tr("Takes a time from 100ms to 1h, such as 5s or 1m30s."));
    const auto statuses = statusRangesFromText(entered(*m_statuses));
    if (!entered(*m_statuses).isEmpty() && !statuses)
        return FieldProblem(m_statuses,
                            tr("Takes status codes and ranges of them, for example 200-299,304."));
    std::optional<RedirectTarget> target;
    if (!entered(*m_target).isEmpty()) {
        const auto reading = normalizeUrl(entered(*m_target));
        const auto *const url = std::get_if<NormalizedUrl>(&reading);
        if (!url)
            return FieldProblem(m_target, problemSentence(std::get<UrlProblem>(reading)));
        if (url->scheme == UrlScheme::Other)
            return FieldProblem(m_target, tr("Takes the URL of a web page, with http or https."));
        target.emplace(url->url, m_targetStatus->currentData().toInt());
    }
    const auto interval = durationFromText(entered(*m_interval));
    if (!entered(*m_interval).isEmpty() && (!interval || *interval < Schedule::shortestInterval))
        return FieldProblem(m_interval, tr("Takes a time from 10s up, such as 90s, 5m or 1h30m."));
    details.timeLimit = timeLimit;
    details.statuses = entered(*m_statuses).isEmpty() ? StatusRanges() : statuses.value();
    details.target = std::move(target);
    details.interval = interval;
    return std::nullopt;
}

} // namespace rollcall
