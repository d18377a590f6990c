// SPDX-License-Identifier: MIT
// The entry by which a desktop starts the program with the session.
#pragma once

#include <QString>
#include <QStringList>

namespace rollcall {

/// A file of freedesktop.org's Desktop Application Autostart Specification. Reads and writes at once; a small
/// file of this person's.
class Autostart
{
public:
    /// In the person's folder for such entries.
    static QString defaultPath();

    explicit Autostart(QString path = defaultPath()) : m_path(std::move(path)) {}

    /// Whether the desktop is to start the program: there is an entry, and it is not switched off.
    bool isOn() const;
    /// Writes the entry for \a command, the program first. Returns the system's reason where it cannot;
    /// empty: it is done.
    QString switchOn(const QStringList &command) const;
    /// Removes the entry; as switchOn().
    QString switchOff() const;

private:
    QString m_path;
};

/// \a command as the value of Exec in a desktop entry.
QString execValue(const QStringList &command);

} // namespace rollcall
