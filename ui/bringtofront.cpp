// SPDX-License-Identifier: MIT
#include "ui/bringtofront.h"

#include <QByteArray>
#include <QWidget>

namespace rollcall {

void bringToFront(QWidget &window, const QByteArray &activationToken)
{
    // Where Qt's Wayland plugin looks for it.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace rollcall
