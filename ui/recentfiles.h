// SPDX-License-Identifier: MIT
// The list files that were imported last, as a menu.
#pragma once

#include <QObject>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QMenu;
class QSettings;
QT_END_NAMESPACE

namespace rollcall {

/// Keeps the files' names in the settings, the last one first, and \a menu filled with them. Whether a file
/// is still there is looked at when it is chosen: a folder on a network may be slow.
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maximum = 10;

    /// \a settings and \a menu are borrowed and outlive this.
    RecentFiles(QSettings &settings, QMenu &menu, QObject *parent = nullptr);

    QStringList paths() const;
    /// These were imported just now.
    void add(const QStringList &paths);

Q_SIGNALS:
    void chosen(const QString &path);
    /// This one was chosen and is no longer there. It has been taken out of the menu.
    void missed(const QString &path);

private:
    void keep(const QStringList &paths);
    void fill();
    void choose(const QString &path);

    QSettings &m_settings;
    QMenu &m_menu;
};

} // namespace rollcall
