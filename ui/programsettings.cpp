// SPDX-License-Identifier: MIT
#include "ui/programsettings.h"

#include "ui/bringtofront.h"
#include "ui/settingsdialog.h"

namespace rollcall {

ProgramSettings::ProgramSettings(QSettings &settings, QWidget &window)
    : m_settings(settings),
      m_window(window),
      m_preferences(loadPreferences(settings))
{
}

void ProgramSettings::setCheck(const CheckSettings &check)
{
    m_preferences.check = check;
    savePreferences(m_preferences, m_settings);
}

void ProgramSettings::showDialog()
{
    auto *dialog = m_window.findChild<SettingsDialog *>();
    if (!dialog) {
        dialog = new SettingsDialog(m_preferences, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &SettingsDialog::applied, this, &ProgramSettings::apply);
    }
    bringToFront(*dialog, {});
}

void ProgramSettings::apply(const Preferences &preferences)
{
    m_preferences = preferences;
    savePreferences(m_preferences, m_settings);
    Q_EMIT changed(m_preferences);
}

} // namespace rollcall
