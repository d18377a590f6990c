// SPDX-License-Identifier: MIT
#include "ui/colorscheme.h"

#include "core/desktop/desktop.h"

#include <QApplication>
#include <QPalette>

namespace rollcall {

ColorScheme::ColorScheme(const Desktop &desktop, QObject *parent) : QObject(parent), m_desktop(desktop)
{
    connect(&m_desktop, &Desktop::prefersDarkChanged, this, &ColorScheme::apply);
}

void ColorScheme::choose(ColorChoice choice)
{
    m_choice = choice;
    apply();
}

void ColorScheme::apply()
{
    switch (m_choice) {
    case ColorChoice::Desktop:
        QApplication::setPalette(QPalette()); // what Qt knows of the desktop
        if (m_desktop.prefersDark() && !isDark(QApplication::palette()))
            QApplication::setPalette(darkPalette());
        break;
    case ColorChoice::Light:
        QApplication::setPalette(lightPalette());
        break;
    case ColorChoice::Dark:
        QApplication::setPalette(darkPalette());
        break;
    }
}

QPalette lightPalette()
{
    const QColor window(0xef, 0xef, 0xef);
    QPalette palette(window);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf7, 0xf7));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6e, 0x6e, 0x6e));
    palette.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x00, 0x57, 0xae));
    return palette;
}

QPalette darkPalette()
{
    const QColor window(0x2b, 0x2b, 0x2e);
    const QColor text(0xe6, 0xe6, 0xe6);
    QPalette palette(window);
    palette.setColor(QPalette::Base, QColor(0x1f, 0x1f, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x26, 0x2a));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::ToolTipBase, QColor(0x3a, 0x3a, 0x3e));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0x9a, 0x9e));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x65, 0xca));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x6c, 0xb2, 0xff));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x7a, 0x7a, 0x7e));
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

} // namespace rollcall
