// SPDX-License-Identifier: MIT
// The preferences in use: keeps them, and shows the dialog that changes them.
#pragma once

#include "ui/preferences.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

class ProgramSettings : public QObject
{
    Q_OBJECT
public:
    /// \a settings and \a window, which the dialog belongs to, are borrowed and outlive this.
    ProgramSettings(QSettings &settings, QWidget &window);

    const Preferences &preferences() const { return m_preferences; }
    /// How lists are checked, as another part of the window has it now. No signal is sent for it.
    void setCheck(const CheckSettings &check);
    /// Opens the dialog, or brings it to the front.
    void showDialog();

Q_SIGNALS:
    /// The person has applied the dialog.
    void changed(const rollcall::Preferences &preferences);

private:
    void apply(const Preferences &preferences);

    QSettings &m_settings;
    QWidget &m_window;
    Preferences m_preferences;
};

} // namespace rollcall
