// SPDX-License-Identifier: MIT
#include "app/desktop/startoptions.h"
#include "core/check/checksession.h"
#include "core/desktop/desktop.h"
#include "core/desktop/singlestart.h"
#include "core/history/history.h"
#include "core/history/store.h"
#include "core/monitor/watchsession.h"
#include "core/net/resourcelimits.h"
#include "translations/installtranslations.h"
#include "ui/background.h"
#include "ui/bringtofront.h"
#include "ui/mainwindow.h"
#include "ui/symbolicon.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>

#include <chrono>
#include <memory>
#include <optional>

namespace {

using namespace rollcall;

void nameTheProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("rollcall"));
    QCoreApplication::setApplicationName(QStringLiteral("rollcall"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROLLCALL_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("rollcall"));
}

void take(MainWindow &window, const StartRequest &request)
{
    window.importFiles(request.lists);
    if (request.checks)
        window.checkWhenImported();
}

int runWindow(SingleStart &start, const StartRequest &request)
{
    CheckSession session;
    Store store(Store::defaultPath());
    History history(Store::defaultPath()); // one file keeps all that a person would miss
    WatchSession watching(Store::defaultPath());
    MainWindow window(session, watching, store, history);
    const std::unique_ptr<Desktop> desktop = makeDesktop(QGuiApplication::desktopFileName());
    const Background background(window, session, *desktop);
    QObject::connect(&start, &SingleStart::requested, &window, [&window](const StartRequest &later) {
        if (!later.isHidden)
            bringToFront(window, later.activationToken);
        take(window, later);
    });
    take(window, request);
    if (!request.isHidden)
        window.show();
    else if (!background.tray().isShown())
        window.showMinimized(); // or it could not be reached
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    constexpr std::chrono::seconds patience(5);
    nameTheProgram();
    if (asksForText(argc, argv)) {
        const QCoreApplication application(argc, argv);
        installTranslations(*QCoreApplication::instance(), QLocale());
        return printText(QCoreApplication::arguments());
    }
    raiseOpenFilesLimit();
    QApplication application(argc, argv);
    QGuiApplication::setWindowIcon(applicationIcon());
    installTranslations(application, QLocale());
    const std::optional<StartRequest> request = startRequest(QCoreApplication::arguments());
    if (!request)
        return wrongUsage;

    SingleStart start(QFileInfo(Store::defaultPath()).path());
    switch (start.start(*request, patience)) {
    case SingleStart::Role::First:
        return runWindow(start, *request);
    case SingleStart::Role::Second:
        return 0;
    case SingleStart::Role::Unanswered:
        QMessageBox::critical(nullptr, QStringLiteral("Rollcall"),
                              QCoreApplication::translate(
                                  "main", "Rollcall is running already, but does not answer. Wait until it "
                                          "does, or end it, and start it again."));
        return 1;
    }
    Q_UNREACHABLE();
}
