// SPDX-License-Identifier: MIT
// What a desktop does for a program beside showing its windows.
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace rollcall {

/// A desktop that offers nothing of it, and by that the interface to those that do. Lives in the window's
/// thread; nothing blocks, and what a desktop lacks is left out without a word.
class Desktop : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Shows beside the program's icon how far its work is, 0 to 1; nothing: there is none.
    virtual void showProgress(std::optional<double> done);
    /// Keeps the computer from falling asleep by itself, until allowSleep() or the end of the program. \a
    /// reason is shown to those who ask what keeps it awake.
    virtual void holdSleep(const QString &reason);
    virtual void allowSleep();
    /// Says something to a person who does not look at the window; a later one takes the place of the one
    /// before.
    virtual void notify(const QString &title, const QString &text);
    /// Whether programs are to have dark windows, as far as it is known.
    virtual bool prefersDark() const;

Q_SIGNALS:
    void prefersDarkChanged();
    /// The person has clicked on what notify() showed.
    void notificationClicked();
    /// There is nobody to show it; comes after notify() has returned.
    void notificationFailed(const QString &title, const QString &text);
};

/// The desktop of this session, through D-Bus where this build and the session have it. \a applicationId is
/// the name of the program's desktop entry.
std::unique_ptr<Desktop> makeDesktop(const QString &applicationId);

} // namespace rollcall
