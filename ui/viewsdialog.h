// SPDX-License-Identifier: MIT
// The list of the saved views, to rename and delete them.
#pragma once

#include "ui/savedview.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QListWidget;
class QListWidgetItem;
class QPushButton;
QT_END_NAMESPACE

namespace rollcall {

/// Each change is kept at once. Deletes itself when it is closed.
class ViewsDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a settings is borrowed and outlives this.
    explicit ViewsDialog(QSettings &settings, QWidget *parent = nullptr);

private:
    void rename(const QListWidgetItem *item);
    void remove();

    QSettings &m_settings;
    QList<SavedView> m_views; ///< by row
    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_remove;
};

} // namespace rollcall
