// SPDX-License-Identifier: MIT
#include "translations/installtranslations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace rollcall {

namespace {

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return;
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    const QString own = QStringLiteral(":/i18n");
    // English comes first, and so is asked last: it knows "1 URL" from "2 URLs" for every locale without a
    // file.
    install(application, QLocale(QLocale::English), QStringLiteral("rollcall"), own);
    install(application, locale, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, QStringLiteral("rollcall"), own);
}

} // namespace rollcall
