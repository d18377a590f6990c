// SPDX-License-Identifier: MIT
// The preferences in use, and the dialog that changes them and the settings of a list.
#pragma once

#include "core/check/checksettings.h"
#include "core/desktop/autostart.h"
#include "ui/preferences.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

class ListLibrary;

class ProgramSettings : public QObject
{
    Q_OBJECT
public:
    /// All are borrowed and outlive this; the dialog belongs to \a window.
    ProgramSettings(QSettings &settings, ListLibrary &library, QWidget &window);

    const Preferences &preferences() const { return m_preferences; }
    /// Opens the dialog for the open list, or brings it to the front.
    void showDialog();
    /// How a test that was wanted has ended.
    void showAlertTest(AlertWay way, const Delivery &delivery);

Q_SIGNALS:
    /// The person has applied the dialog.
    void changed(const rollcall::Preferences &preferences);
    /// Something could not be kept as the person wants it; why is the system's reason.
    void notKept(const QString &sentence);
    void alertTestWanted(rollcall::AlertWay way, const rollcall::AlertChannels &channels);

private:
    void apply(const Preferences &preferences, qint64 listId, const CheckSettings &check);
    void keepAutostart(bool isOn);
    void follow();

    QSettings &m_settings;
    ListLibrary &m_library;
    QWidget &m_window;
    Autostart m_autostart;
    Preferences m_preferences;
};

} // namespace rollcall
