// SPDX-License-Identifier: MIT
// Shows a window to a person, wherever it was.
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QByteArray;
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

/// Shows \a window, restores it if it is minimised, and asks for the focus. \a activationToken is the one
/// that Wayland gave to the program in which the person clicked; it may be empty.
void bringToFront(QWidget &window, const QByteArray &activationToken);

} // namespace rollcall
