// SPDX-License-Identifier: MIT
#include "ui/programsettings.h"

#include "ui/bringtofront.h"
#include "ui/listlibrary.h"
#include "ui/settingsdialog.h"

#include <QCoreApplication>

namespace rollcall {

ProgramSettings::ProgramSettings(QSettings &settings, ListLibrary &library, QWidget &window)
    : m_settings(settings),
      m_library(library),
      m_window(window),
      m_preferences(loadPreferences(settings))
{
    connect(&m_library, &ListLibrary::currentChanged, this, &ProgramSettings::follow);
}

void ProgramSettings::showDialog()
{
    auto *dialog = m_window.findChild<SettingsDialog *>();
    if (!dialog) {
        m_preferences.startsWithDesktop = m_autostart.isOn(); // desktops have settings of their own for it
        dialog = new SettingsDialog(m_preferences, m_library.current(), &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &SettingsDialog::applied, this, &ProgramSettings::apply);
        connect(dialog, &SettingsDialog::alertTestWanted, this, &ProgramSettings::alertTestWanted);
    }
    dialog->showList(m_library.current());
    bringToFront(*dialog, {});
}

void ProgramSettings::showAlertTest(AlertWay way, const Delivery &delivery)
{
    if (auto *dialog = m_window.findChild<SettingsDialog *>())
        dialog->showAlertTest(way, delivery);
}

void ProgramSettings::apply(const Preferences &preferences, qint64 listId, const CheckSettings &check)
{
    m_library.setSettings(listId, check);
    m_preferences = preferences;
    savePreferences(m_preferences, m_settings);
    keepAutostart(preferences.startsWithDesktop);
    Q_EMIT changed(m_preferences);
}

void ProgramSettings::keepAutostart(bool isOn)
{
    if (isOn == m_autostart.isOn())
        return;
    const QString problem =
        isOn ? m_autostart.switchOn({QCoreApplication::applicationFilePath(), QStringLiteral("--tray")})
             : m_autostart.switchOff();
    m_preferences.startsWithDesktop = m_autostart.isOn();
    if (!problem.isEmpty())
        Q_EMIT notKept(tr("Whether Rollcall starts with the desktop cannot be changed: %1.").arg(problem));
}

/// The dialog stays with its list, whose name and settings may change elsewhere meanwhile.
void ProgramSettings::follow()
{
    auto *dialog = m_window.findChild<SettingsDialog *>();
    if (dialog && dialog->listId() == m_library.current().id)
        dialog->showList(m_library.current());
}

} // namespace rollcall
