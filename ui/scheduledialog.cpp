// SPDX-License-Identifier: MIT
#include "ui/scheduledialog.h"

#include "core/monitor/maintenancewindow.h"
#include "core/monitor/schedule.h"
#include "ui/listsmodel.h"
#include "ui/settingsform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace rollcall {

namespace {

constexpr int atIntervals = 0;
constexpr int atTimes = 1;

std::optional<Schedule> scheduleIn(const QString &text)
{
    return Schedule::fromText(text, QTimeZone::systemTimeZone());
}

bool isInterval(const Schedule &schedule)
{
    return std::holds_alternative<std::chrono::milliseconds>(schedule.rule);
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (const QString plain = line.simplified(); !plain.isEmpty())
            lines.append(plain);
    }
    return lines;
}

} // namespace

ScheduleDialog::ScheduleDialog(const StoredList &list, QWidget *parent)
    : QDialog(parent),
      m_form(new SettingsForm),
      m_isOn(new QCheckBox(
          tr("&Watch “%1”").arg(shownName(list).replace(QLatin1Char('&'), QLatin1String("&&"))))),
      m_kind(new QComboBox),
      m_interval(new QLineEdit),
      m_times(new QLineEdit),
      m_maintenance(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("scheduleDialog"));
    setWindowTitle(tr("Schedule"));
    setAttribute(Qt::WA_DeleteOnClose);
    addFields();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &ScheduleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form, 1);
    layout->addWidget(buttons);
    show(list.watch);
    resize(520, 300);
}

void ScheduleDialog::addFields()
{
    m_form->addSwitch("scheduleOn", m_isOn,
                      tr("Checks it again and again while Rollcall runs, also in the tray"));
    m_kind->addItem(tr("at intervals"));
    m_kind->addItem(tr("at times of day"));
    m_form->addField("scheduleKind", {tr("Check it"), tr("What the schedule goes by. Usual: at intervals")},
                     m_kind);
    m_form->addField(
        "scheduleInterval", {tr("Every"), tr("10s to 366 days, as in 90s, 5m or 1h30m. Usual: 5m")},
        m_interval, [this] {
            const std::optional<Schedule> read = scheduleIn(m_interval->text());
            const bool isRight = !m_interval->isEnabled() || (read && isInterval(*read));
            return isRight ? QString() : tr("Takes a time from 10s up, such as 90s, 5m or 1h30m.");
        });
    m_times->setPlaceholderText(QStringLiteral("mon-fri 06:30,18:00"));
    m_form->addField(
        "scheduleTimes",
        {tr("At"), tr("Days and times, as in “daily 06:30” or “mon-fri 06:30,18:00”; by the "
                      "clock of this computer unless a time zone such as Europe/Berlin follows")},
        m_times, [this] {
            const std::optional<Schedule> read = scheduleIn(m_times->text());
            const bool isRight = !m_times->isEnabled() || (read && !isInterval(*read));
            return isRight ? QString()
                           : tr("Takes days and times, such as “daily 06:30” or "
                                "“mon-fri 06:30,18:00”.");
        });
    m_maintenance->setTabChangesFocus(true);
    m_maintenance->setPlaceholderText(QStringLiteral("sun 02:00-04:00\n2026-12-24T18:00/2026-12-26T06:00"));
    m_form->addField(
        "scheduleMaintenance",
        {tr("Maintenance"), tr("When nothing is checked and nobody called down: one time a line")},
        m_maintenance, [this] {
            for (const QString &line : linesOf(m_maintenance->toPlainText())) {
                if (!MaintenanceWindow::fromText(line, QTimeZone::systemTimeZone()))
                    return tr("“%1” is none: take “sun 02:00-04:00” or "
                              "“2026-12-24T18:00/2026-12-26T06:00”.")
                        .arg(line);
            }
            return QString();
        });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int kind) {
        m_interval->setEnabled(kind == atIntervals);
        m_times->setEnabled(kind == atTimes);
    });
}

void ScheduleDialog::show(const WatchPlan &plan)
{
    m_isOn->setChecked(plan.isOn);
    m_interval->setText(QStringLiteral("5m"));
    const std::optional<Schedule> schedule = scheduleIn(plan.schedule);
    if (schedule)
        (isInterval(*schedule) ? m_interval : m_times)->setText(plan.schedule);
    const bool hasTimes = schedule && !isInterval(*schedule);
    m_kind->setCurrentIndex(hasTimes ? atTimes : atIntervals);
    m_interval->setEnabled(!hasTimes);
    m_times->setEnabled(hasTimes);
    m_maintenance->setPlainText(plan.maintenance.join(QLatin1Char('\n')));
}

WatchPlan ScheduleDialog::plan() const
{
    WatchPlan plan;
    plan.isOn = m_isOn->isChecked();
    plan.schedule = (m_interval->isEnabled() ? m_interval : m_times)->text().simplified();
    plan.maintenance = linesOf(m_maintenance->toPlainText());
    return plan;
}

void ScheduleDialog::accept()
{
    if (QWidget *wrong = m_form->judge()) {
        wrong->setFocus();
        return;
    }
    Q_EMIT edited(plan());
    QDialog::accept();
}

} // namespace rollcall
