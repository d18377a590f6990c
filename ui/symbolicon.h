// SPDX-License-Identifier: MIT
// The project's one-colour symbols as icons that take the palette's colours, light or dark, selected or
// disabled.
#pragma once

#include <QColor>
#include <QIcon>

QT_BEGIN_NAMESPACE
class QPalette;
QT_END_NAMESPACE

namespace rollcall {

/// What a symbol or a word says by its colour, beside its shape.
enum class Tone {
    Plain,
    Muted,
    Ok,
    Warning,
    Failed,
};

/// The colour of \a tone on the base colour of \a palette; readable on light and dark ones.
QColor toneColor(Tone tone, const QPalette &palette);

/// The symbol resources/icons/<name>.svg, drawn in the tone's colour of the palette at the time of painting.
QIcon symbolIcon(const QString &name, Tone tone = Tone::Plain);

/// The desktop theme's icon \a themeName, or else the project's own symbol \a name.
QIcon themeIcon(const QString &themeName, const QString &name);

/// The application's own icon, in all its sizes.
QIcon applicationIcon();

} // namespace rollcall
