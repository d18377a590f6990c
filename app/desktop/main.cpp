// SPDX-License-Identifier: MIT
#include "core/check/checksession.h"
#include "core/history/history.h"
#include "core/history/runrecorder.h"
#include "core/history/store.h"
#include "core/net/resourcelimits.h"
#include "translations/installtranslations.h"
#include "ui/mainwindow.h"
#include "ui/symbolicon.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>

int main(int argc, char *argv[])
{
    using namespace rollcall;

    raiseOpenFilesLimit();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("rollcall"));
    QCoreApplication::setApplicationName(QStringLiteral("rollcall"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROLLCALL_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("rollcall"));
    QGuiApplication::setWindowIcon(applicationIcon());
    installTranslations(application, QLocale());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Checks a list of URLs at once and shows who answers."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption check(QStringLiteral("check"),
                                   QCoreApplication::translate("main", "Start checking at once."));
    parser.addOption(check);
    parser.addPositionalArgument(
        QStringLiteral("list"),
        QCoreApplication::translate("main", "Files whose URLs are added to the list."),
        QCoreApplication::translate("main", "[LIST…]"));
    parser.process(application);

    CheckSession session;
    Store store(Store::defaultPath());
    History history(store.path());
    RunRecorder recorder(history);
    recorder.follow(session);
    MainWindow window(session, store);
    // Why the file cannot be opened is what the store says already.
    QObject::connect(&history, &History::opened, &window, [&history, &window] {
        QObject::connect(&history, &History::failed, &window,
                         [&window](StoreFailure, const QString &detail) { window.tellHistoryFailure(detail); });
    });
    history.open();
    window.importFiles(parser.positionalArguments());
    if (parser.isSet(check))
        window.checkWhenImported();
    window.show();
    return QApplication::exec();
}
