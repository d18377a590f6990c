// SPDX-License-Identifier: MIT
// Makes the program speak the person's language.
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QCoreApplication;
class QLocale;
QT_END_NAMESPACE

namespace rollcall {

/// Installs the translations for \a locale, Qt's own among them where they are there; English else. Call it
/// before the first widget is made, from the main thread.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace rollcall
