// SPDX-License-Identifier: MIT
// The dialog for the settings of the program: checks, appearance, tray and messages.
#pragma once

#include "ui/preferences.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QListWidget;
class QStackedWidget;
QT_END_NAMESPACE

namespace rollcall {

class CheckSettingsEditor;
class SettingsForm;

/// Not modal: the window stays usable, and a check that runs goes on.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);

    /// What the fields say.
    Preferences preferences() const;

Q_SIGNALS:
    /// OK or Apply, with no field wrong.
    void applied(const rollcall::Preferences &preferences);

private:
    void show(const Preferences &preferences);
    void addPage(const QString &title, QWidget *page);
    QWidget *makeAppearance();
    QWidget *makeBackground();
    QCheckBox *addSwitch(SettingsForm *page, const char *objectName, const QString &name,
                         const QString &help);
    bool apply();

    Preferences m_shown;
    QListWidget *m_titles;
    QStackedWidget *m_pages;
    CheckSettingsEditor *m_check;
    QComboBox *m_colors = nullptr;
    QCheckBox *m_notifies = nullptr;
    QCheckBox *m_holdsSleep = nullptr;
    QCheckBox *m_showsTray = nullptr;
    QCheckBox *m_closesToTray = nullptr;
};

} // namespace rollcall
