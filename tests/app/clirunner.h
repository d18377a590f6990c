// SPDX-License-Identifier: MIT
// Runs the built rollcall-cli as a person or a script does, against a scripted server.
#pragma once

#include "tests/support/faultserver.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace rollcall::test {

/// One call of the program.
class Cli
{
public:
    explicit Cli(const QStringList &arguments)
    {
        m_process.setProgram(QStringLiteral(ROLLCALL_CLI));
        m_process.setArguments(arguments);
    }

    QProcess &process() { return m_process; }

    void start(const QByteArray &input = {})
    {
        m_process.start();
        m_process.write(input);
        m_process.closeWriteChannel();
    }

    /// Lets the event loop, and with it the server, run until the program has ended; gives its exit status.
    int finish()
    {
        if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 60'000))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
    }

    int run(const QByteArray &input = {})
    {
        start(input);
        return finish();
    }

    QByteArray output() { return m_output += m_process.readAllStandardOutput(); }
    QByteArray errors() { return m_errors += m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

/// The arguments of a `check` without progress.
inline QStringList arguments(std::initializer_list<const char *> words)
{
    QStringList list = {QStringLiteral("check"), QStringLiteral("--progress"), QStringLiteral("never")};
    for (const char *word : words)
        list.append(QString::fromUtf8(word));
    return list;
}

/// Rows of a CSV text whose cells hold no separators, without the header.
inline QList<QByteArrayList> rowsOf(const QByteArray &csv)
{
    QList<QByteArrayList> rows;
    const QByteArrayList lines = csv.split('\n');
    for (const QByteArray &line : lines.sliced(1)) {
        if (!line.isEmpty())
            rows.append(line.split(','));
    }
    return rows;
}

/// The cells of one column.
inline QByteArrayList column(const QList<QByteArrayList> &rows, int number)
{
    QByteArrayList cells;
    for (const QByteArrayList &row : rows)
        cells.append(row.at(number));
    return cells;
}

inline constexpr int urlColumn = 0;
inline constexpr int outcomeColumn = 2;
inline constexpr int errorColumn = 4;

/// A folder for lists and reports, and a server: /ok answers five bytes, /bad fails, /slow waits for
/// release().
class Stage
{
public:
    Stage()
    {
        server.listen();
        server.on("/ok", {Send(httpResponse(200, {}, "hello"))});
        server.on("/bad", {Send(httpResponse(500))});
        server.on("/slow", {Send(httpResponse(200, {}, "late"))});
        server.hold("/slow");
    }

    QString path(const char *name) const { return folder.filePath(QString::fromUtf8(name)); }
    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qWarning("cannot write %s", name);
        return file.fileName();
    }
    QString list(const QByteArrayList &urls) const { return write("list.txt", urls.join('\n') + '\n'); }
    QByteArray url(const char *pathAndQuery) const { return server.url(pathAndQuery); }

    QTemporaryDir folder;
    FaultServer server;
};

} // namespace rollcall::test
