// SPDX-License-Identifier: MIT
// Light or dark windows.
#pragma once

#include "ui/preferences.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QPalette;
QT_END_NAMESPACE

namespace rollcall {

class Desktop;

/// Gives the application the colours that the person has chosen. "As the desktop has them" is what Qt knows
/// of the desktop; where that is light although the desktop asks its programs to be dark, it is our own dark
/// palette.
class ColorScheme : public QObject
{
    Q_OBJECT
public:
    /// \a desktop is borrowed and outlives this. Nothing is changed before choose().
    explicit ColorScheme(const Desktop &desktop, QObject *parent = nullptr);

    /// With effect at once, and from then on with each change of the desktop.
    void choose(ColorChoice choice);

private:
    void apply();

    const Desktop &m_desktop;
    ColorChoice m_choice = ColorChoice::Desktop;
};

/// Readable on every style that takes its colours from the palette.
QPalette lightPalette();
QPalette darkPalette();
/// Whether the text of \a palette is lighter than what it stands on.
bool isDark(const QPalette &palette);

} // namespace rollcall
