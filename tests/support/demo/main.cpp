// SPDX-License-Identifier: MIT
// rollcall-demo: serves every kind of outcome on loopback and writes the list of URLs that shows them.
#include "tests/support/demo/demoservers.h"
#include "tests/support/demo/quitonsignal.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>
#include <QSocketNotifier>
#include <QTextStream>

#include <cstdio>
#include <unistd.h>

using namespace rollcall::test;

namespace {

constexpr int usageError = 2;

struct Options {
    QString listFile;
    quint16 port = 0;
    bool untilStdinCloses = false;
};

void say(const QString &problem)
{
    QTextStream(stderr) << "rollcall-demo: " << problem << Qt::endl;
}

// Fills \a options; the sentence about what is wrong with the command line, if anything.
QString readOptions(Options &options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Serves every kind of outcome on 127.0.0.1 until it is told to end."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("write-list"), QStringLiteral("Write the list of URLs to FILE."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("port"),
                      QStringLiteral("Serve the pages on port N (default: a free one)."), QStringLiteral("N"),
                      QStringLiteral("0")});
    parser.addOption(
        {QStringLiteral("until-stdin-closes"), QStringLiteral("End when standard input closes.")});
    parser.process(*QCoreApplication::instance());

    bool isPort = false;
    options.listFile = parser.value(QStringLiteral("write-list"));
    options.port = parser.value(QStringLiteral("port")).toUShort(&isPort);
    options.untilStdinCloses = parser.isSet(QStringLiteral("until-stdin-closes"));
    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("unexpected argument '%1'.").arg(parser.positionalArguments().constFirst());
    if (options.listFile.isEmpty())
        return QStringLiteral("--write-list FILE is needed.");
    if (!isPort)
        return QStringLiteral("--port takes a number from 0 to 65535.");
    return {};
}

QString writeList(const QString &fileName, const QByteArray &list)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.write(list) == list.size() && file.commit())
        return {};
    return QStringLiteral("cannot write %1: %2.").arg(fileName, file.errorString());
}

void quitWhenStdinCloses()
{
    auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(input, &QSocketNotifier::activated, qApp, [] {
        char buffer[1024];
        if (::read(STDIN_FILENO, buffer, sizeof buffer) <= 0)
            QCoreApplication::quit();
    });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Options options;
    QString problem = readOptions(options);
    DemoServers servers;
    if (problem.isEmpty() && !servers.start(options.port))
        problem = QStringLiteral("port %1 is taken.").arg(options.port);
    if (problem.isEmpty())
        problem = writeList(options.listFile, servers.list());
    if (!problem.isEmpty()) {
        say(problem);
        return usageError;
    }

    if (!servers.tlsProblem().isEmpty())
        say(QStringLiteral("the TLS servers are missing (%1).").arg(servers.tlsProblem().trimmed()));
    quitOnSignal();
    if (options.untilStdinCloses)
        quitWhenStdinCloses();
    QTextStream(stdout) << "Serving " << servers.urls().size() << " URLs on 127.0.0.1, port "
                        << servers.port() << "; their list is in " << options.listFile << Qt::endl;
    return QCoreApplication::exec();
}
