// SPDX-License-Identifier: MIT
#include "app/cli/convert.h"

#include "app/cli/exitcode.h"
#include "app/cli/outputfile.h"
#include "app/cli/plaintext.h"
#include "app/cli/terminal.h"
#include "core/lists/listbuilder.h"
#include "core/lists/listwriter.h"
#include "core/url/redact.h"

#include <QCommandLineParser>
#include <QDir>
#include <QSet>

namespace rollcall::cli {

namespace {

QString help()
{
    QString text = QStringLiteral(
        "Usage: rollcall-cli convert IN... --to FORMAT [-o FILE]\n"
        "\n"
        "Reads lists of any format and writes their URLs, each once, as one list. An IN is a\n"
        "file, or - for standard input. What cannot be read goes to standard error, with file\n"
        "and line. The output is standard output without -o; a FORMAT that writes a folder\n"
        "takes it from -o or as the last argument.\n"
        "\n"
        "FORMAT:\n");
    for (const ListWriter *writer : listWriters())
        text += QStringLiteral("  %1 %2\n").arg(writer->id(), -12).arg(writer->summary());
    text += QStringLiteral("\nReads:\n");
    for (const ListReader *reader : listReaders())
        text += QStringLiteral("  %1\n").arg(reader->formatName());
    text += QStringLiteral(
        "\nExit status: 0 all was read; 1 some was not; 2 nothing was, or usage or output error.\n");
    return text;
}

/// What the arguments ask for.
struct Command {
    QStringList inputs;
    const ListWriter *writer = nullptr;
    QString output; ///< a file or a folder; empty: standard output
    QString problem;
    bool wantsHelp = false;
};

QString problemOf(const Command &command, const QString &format)
{
    if (format.isEmpty())
        return QStringLiteral("convert needs --to FORMAT; see \"rollcall-cli convert --help\".");
    if (command.writer == nullptr)
        return QStringLiteral("There is no format \"%1\"; see \"rollcall-cli convert --help\".").arg(format);
    if (!command.writer->fileNames().isEmpty() && command.output.isEmpty())
        return QStringLiteral("--to %1 writes a folder; name it with -o.").arg(format);
    if (command.inputs.isEmpty())
        return QStringLiteral("convert needs a list: a file, or - for standard input.");
    if (command.inputs.count(QStringLiteral("-")) > 1)
        return QStringLiteral("Standard input (-) can be read only once.");
    return {};
}

Command parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption helpOption(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption to(QStringLiteral("to"), {}, QStringLiteral("FORMAT"));
    const QCommandLineOption output({QStringLiteral("o"), QStringLiteral("output")}, {},
                                    QStringLiteral("FILE"));
    parser.addOptions({helpOption, to, output});
    Command command;
    const bool understood = parser.parse(QStringList{QStringLiteral("rollcall-cli")} + arguments);
    command.wantsHelp = parser.isSet(helpOption);
    command.inputs = parser.positionalArguments();
    command.output = parser.value(output);
    command.writer = listWriter(parser.value(to));
    const bool wantsFolder = command.writer != nullptr && !command.writer->fileNames().isEmpty();
    if (wantsFolder && command.output.isEmpty() && command.inputs.size() > 1)
        command.output = command.inputs.takeLast();
    if (command.output == u"-")
        command.output.clear();
    command.problem = understood ? problemOf(command, parser.value(to)) : parser.errorText();
    return command;
}

/// Reads the inputs one after the other, and tells on standard error what could not be read.
class Reading
{
public:
    explicit Reading(const ListWriter &writer) : m_writer(writer) {}

    void read(const QString &input)
    {
        const bool isStandardInput = input == u"-";
        const QString name = isStandardInput ? QStringLiteral("standard input") : input;
        const ImportResult result =
            isStandardInput ? readList(*openStream(Stream::Input), name) : readListFile(input);
        report(result, name);
        for (const UrlEntry &entry : result.list.entries)
            take(entry, name);
    }

    const UrlList &list() const { return m_list; }
    bool isComplete() const { return m_isComplete; }

private:
    void report(const ImportResult &result, const QString &name)
    {
        for (const RejectedLine &line : result.list.rejected)
            printNote(QStringLiteral("%1:%2: %3: %4")
                          .arg(name, QString::number(line.line), redacted(line.text),
                               QString::fromUtf8(sentence(line.problem))));
        const qint64 more = result.list.rejectedCount - result.list.rejected.size();
        if (more > 0)
            printNote(QStringLiteral("%1: %2 more").arg(name, counted(more, "rejected line")));
        if (result.error)
            complain(englishMessage(*result.error));
        m_isComplete = m_isComplete && !result.error && result.list.rejectedCount == 0;
    }

    void take(const UrlEntry &entry, const QString &name)
    {
        const qsizetype known = m_known.size();
        m_known.insert(callOf(entry.url, entry.details()));
        if (m_known.size() == known)
            return;
        if (m_writer.takes(entry)) {
            m_list.append(entry);
            return;
        }
        m_isComplete = false;
        printNote(QStringLiteral("%1: %2: %3 takes http and https URLs only")
                      .arg(name, QString::fromUtf8(redacted(entry.url)), m_writer.id()));
    }

    const ListWriter &m_writer;
    UrlList m_list;
    QSet<QByteArray> m_known;
    bool m_isComplete = true;
};

/// Each returns what went wrong in an English sentence, else an empty one.
QString writeFile(const ListWriter &writer, const UrlList &list, const QString &path, const QString &name)
{
    return writeOutput(path, [&](QIODevice &device) {
        return writer.write(list, device, name) ? QString() : device.errorString();
    });
}

QString writeFolder(const ListWriter &writer, const UrlList &list, const QString &path)
{
    const QDir folder(path);
    if (!folder.mkpath(QStringLiteral(".")))
        return QStringLiteral("Cannot make the folder %1.").arg(path);
    for (const QString &name : writer.fileNames()) {
        QString problem = writeFile(writer, list, folder.filePath(name), name);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString write(const Command &command, const UrlList &list)
{
    const ListWriter &writer = *command.writer;
    if (!writer.fileNames().isEmpty())
        return writeFolder(writer, list, command.output);
    return writeFile(writer, list, command.output, {});
}

} // namespace

int runConvert(const QStringList &arguments)
{
    const Command command = parse(arguments);
    if (command.wantsHelp) {
        openStream(Stream::Output)->write(help().toUtf8());
        return ExitPassed;
    }
    if (!command.problem.isEmpty()) {
        complain(command.problem);
        return ExitUsage;
    }
    Reading reading(*command.writer);
    for (const QString &input : command.inputs)
        reading.read(input);
    if (reading.list().isEmpty())
        return ExitUsage;
    const QString problem = write(command, reading.list());
    if (!problem.isEmpty()) {
        complain(problem);
        return ExitUsage;
    }
    return reading.isComplete() ? ExitPassed : ExitFailed;
}

} // namespace rollcall::cli
