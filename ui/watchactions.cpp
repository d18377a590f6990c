// SPDX-License-Identifier: MIT
#include "ui/watchactions.h"

#include "ui/listlibrary.h"
#include "ui/makeaction.h"
#include "ui/scheduledialog.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

namespace rollcall {

WatchActions::WatchActions(QMainWindow &window, ListLibrary &library)
    : QObject(&window),
      watch(makeAction(window, tr("&Watch"), tr("Check the open list again and again, by its schedule"),
                       {Qt::CTRL | Qt::Key_T})),
      schedule(makeAction(window, tr("Sc&hedule…"), tr("When the open list is watched, and when not"),
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_T})),
      m_window(window),
      m_library(library)
{
    watch->setCheckable(true);
    connect(watch, &QAction::triggered, this, [this](bool isOn) {
        const StoredList &list = m_library.current();
        WatchPlan plan = list.watch;
        plan.isOn = isOn;
        m_library.setWatch(list.id, plan);
    });
    connect(schedule, &QAction::triggered, this, &WatchActions::showSchedule);
    connect(&m_library, &ListLibrary::currentChanged, watch,
            [this] { watch->setChecked(m_library.current().watch.isOn); });
}

void WatchActions::fillInto(QMenu &menu, QAction *next) const
{
    menu.insertActions(next, {watch, schedule});
    menu.insertSeparator(next);
}

void WatchActions::showSchedule()
{
    const qint64 id = m_library.current().id; // another one may be open when it is accepted
    auto *dialog = new ScheduleDialog(m_library.current(), &m_window);
    connect(dialog, &ScheduleDialog::edited, &m_library,
            [this, id](const WatchPlan &plan) { m_library.setWatch(id, plan); });
    dialog->open();
}

} // namespace rollcall
