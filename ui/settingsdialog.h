// SPDX-License-Identifier: MIT
// The dialog for how a list is checked, and for the program: appearance, tray and messages.
#pragma once

#include "core/check/checksettings.h"
#include "ui/preferences.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QStackedWidget;
QT_END_NAMESPACE

namespace rollcall {

class AlertsPage;
class CheckSettingsEditor;
class SettingsForm;
struct StoredList;

/// Not modal: the window stays usable, and a check that runs goes on.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(const Preferences &preferences, const StoredList &list, QWidget *parent = nullptr);

    /// Shows another list, or the same one as it is by now: what the person has changed here stays then.
    void showList(const StoredList &list);
    qint64 listId() const { return m_listId; }
    /// What the fields say.
    Preferences preferences() const;
    CheckSettings checkSettings() const;
    /// How the test that was wanted has ended.
    void showAlertTest(AlertWay way, const Delivery &delivery);

Q_SIGNALS:
    /// OK or Apply, with no field wrong.
    void applied(const rollcall::Preferences &preferences, qint64 listId,
                 const rollcall::CheckSettings &check);
    /// A test through one of these channels.
    void alertTestWanted(rollcall::AlertWay way, const rollcall::AlertChannels &channels);

private:
    void showPreferences(const Preferences &preferences);
    QWidget *makeChecks();
    void addPage(const QString &title, QWidget *page);
    QWidget *makeAppearance();
    QWidget *makeBackground();
    QCheckBox *addSwitch(SettingsForm *page, const char *objectName, const QString &name,
                         const QString &help);
    bool apply();

    Preferences m_shown;
    QListWidget *m_titles;
    QStackedWidget *m_pages;
    QLabel *m_listName;
    CheckSettingsEditor *m_check;
    AlertsPage *m_alerts;
    qint64 m_listId = 0;
    QComboBox *m_colors = nullptr;
    QCheckBox *m_notifies = nullptr;
    QCheckBox *m_holdsSleep = nullptr;
    QCheckBox *m_showsTray = nullptr;
    QCheckBox *m_closesToTray = nullptr;
    QCheckBox *m_startsWithDesktop = nullptr;
};

} // namespace rollcall
