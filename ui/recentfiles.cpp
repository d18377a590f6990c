// SPDX-License-Identifier: MIT
#include "ui/recentfiles.h"

#include "ui/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace rollcall {

namespace {

constexpr auto recentFilesKey = "recentFiles";

/// "&1  list.txt in /home/ada".
QString recentFileTitle(qsizetype place, const QString &path)
{
    const QFileInfo file(path);
    const QString name =
        menuText(RecentFiles::tr("%1 in %2").arg(file.fileName(), QDir::toNativeSeparators(file.path())));
    constexpr qsizetype mnemonics = 9;
    return place < mnemonics ? QStringLiteral("&%1  %2").arg(place + 1).arg(name) : name;
}

} // namespace

RecentFiles::RecentFiles(QSettings &settings, QMenu &menu, QObject *parent)
    : QObject(parent),
      m_settings(settings),
      m_menu(menu)
{
    m_menu.setToolTipsVisible(true);
    fill();
}

QStringList RecentFiles::paths() const
{
    return m_settings.value(QLatin1String(recentFilesKey)).toStringList().mid(0, maximum);
}

void RecentFiles::add(const QStringList &paths)
{
    QStringList all = this->paths();
    for (const QString &path : paths) {
        const QFileInfo file(path);
        if (path.startsWith(QLatin1Char(':')) || !file.isFile())
            continue; // a part of the program, or nothing that could be opened again
        all.removeAll(file.absoluteFilePath());
        all.prepend(file.absoluteFilePath());
    }
    keep(all);
}

void RecentFiles::keep(const QStringList &paths)
{
    m_settings.setValue(QLatin1String(recentFilesKey), paths.mid(0, maximum));
    fill();
}

void RecentFiles::fill()
{
    const QStringList all = paths();
    m_menu.clear();
    m_menu.setEnabled(!all.isEmpty());
    for (qsizetype place = 0; place < all.size(); ++place) {
        const QString &path = all.at(place);
        QAction *action = m_menu.addAction(recentFileTitle(place, path));
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(
            action, &QAction::triggered, this, [this, path] { choose(path); }, Qt::QueuedConnection);
    }
    if (all.isEmpty())
        return;
    m_menu.addSeparator();
    // Queued, since filling the menu anew deletes the action that is triggered.
    connect(
        m_menu.addAction(tr("&Clear the list")), &QAction::triggered, this, [this] { keep({}); },
        Qt::QueuedConnection);
}

void RecentFiles::choose(const QString &path)
{
    if (QFileInfo(path).isFile()) {
        Q_EMIT chosen(path);
        return;
    }
    QStringList all = paths();
    all.removeAll(path);
    keep(all);
    Q_EMIT missed(path);
}

} // namespace rollcall
