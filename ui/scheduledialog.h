// SPDX-License-Identifier: MIT
// The dialog in which the person says when a list is watched, and when not.
#pragma once

#include "core/history/storedlist.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace rollcall {

class SettingsForm;

/// Deletes itself when it is closed. It stays open while a field cannot be read, and says so below it.
class ScheduleDialog : public QDialog
{
    Q_OBJECT
public:
    ScheduleDialog(const StoredList &list, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    /// The person is done.
    void edited(const rollcall::WatchPlan &plan);

private:
    void addFields();
    void show(const WatchPlan &plan);
    WatchPlan plan() const;

    SettingsForm *m_form;
    QCheckBox *m_isOn;
    QComboBox *m_kind;
    QLineEdit *m_interval;
    QLineEdit *m_times;
    QPlainTextEdit *m_maintenance;
};

} // namespace rollcall
