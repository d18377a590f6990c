// SPDX-License-Identifier: MIT
#include "app/desktop/startoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace rollcall {

namespace {

class StartOptions
{
    Q_DECLARE_TR_FUNCTIONS(StartOptions)
};

const QString checkOption = QStringLiteral("check");
const QString trayOption = QStringLiteral("tray");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        StartOptions::tr("Checks a list of URLs at once and shows who answers. When Rollcall is running "
                         "already, its window takes the lists."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(QCommandLineOption(checkOption, StartOptions::tr("Start checking at once.")));
    parser.addOption(QCommandLineOption(
        trayOption,
        StartOptions::tr("Start in the tray, without a window; minimized where there is no tray.")));
    parser.addPositionalArgument(QStringLiteral("list"),
                                 StartOptions::tr("Files whose URLs are added to the list."),
                                 StartOptions::tr("[LIST…]"));
}

void complain(const QString &sentence)
{
    QTextStream(stderr) << "rollcall: " << sentence << Qt::endl;
}

} // namespace

bool asksForText(int argc, const char *const *argv)
{
    for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
        for (const std::string_view option : {"-h", "--help", "--help-all", "-v", "--version"}) {
            if (option == argv[i])
                return true;
        }
    }
    return false;
}

int printText(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    parser.parse(arguments);
    QTextStream out(stdout);
    if (parser.isSet(QStringLiteral("version")))
        out << "rollcall " << QCoreApplication::applicationVersion() << Qt::endl;
    else
        out << parser.helpText();
    return 0;
}

std::optional<StartRequest> startRequest(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments)) {
        const QStringList unknown = parser.unknownOptionNames();
        complain(unknown.isEmpty()
                     ? parser.errorText()
                     : StartOptions::tr("there is no option %1; see \"rollcall --help\".")
                           .arg((unknown.first().size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) +
                                unknown.first()));
        return std::nullopt;
    }
    StartRequest request;
    request.checks = parser.isSet(checkOption);
    request.isHidden = parser.isSet(trayOption);
    for (const QString &path : parser.positionalArguments())
        request.lists.append(QFileInfo(path).absoluteFilePath());
    request.activationToken = qgetenv("XDG_ACTIVATION_TOKEN");
    return request;
}

} // namespace rollcall
