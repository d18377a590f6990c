// SPDX-License-Identifier: MIT
#include "tests/app/clirunner.h"

#include <QTest>

#ifdef Q_OS_UNIX

#include <array>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace rollcall::test;

/// How rollcall-cli ends when it cannot go on.
class CliEndingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<Stage>(); }

    void interruptingWritesEveryRow_data();
    void interruptingWritesEveryRow();
    void aSecondSignalEndsAtOnce();
    void aReaderThatLeavesEndsItQuietly();
    void aFullDiskIsSaidAndTheOldFileStays();
    void aFullDiskUnderTheTableIsSaid();
    void closedStandardStreamsDoNoHarm();

private:
    std::unique_ptr<Stage> m_stage;
};

void CliEndingsTest::interruptingWritesEveryRow_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void CliEndingsTest::interruptingWritesEveryRow()
{
    QFETCH(int, number);
    m_stage->write("report.csv", "old");
    Cli cli(arguments({"--concurrency=1", "--csv"}) +
            QStringList{m_stage->path("report.csv"),
                        m_stage->list({m_stage->url("/ok"), m_stage->url("/slow"), m_stage->url("/ok?2"),
                                       "ftp://ftp.example/"})});
    cli.start();
    QTRY_COMPARE(m_stage->server.heldRequests("/slow"), 1);
    ::kill(pid_t(cli.process().processId()), number);
    QCOMPARE(cli.finish(), 3);

    const QList<QByteArrayList> rows = rowsOf(m_stage->content("report.csv"));
    QCOMPARE(column(rows, urlColumn), (QByteArrayList{m_stage->url("/ok"), m_stage->url("/slow"),
                                                      m_stage->url("/ok?2"), "ftp://ftp.example/"}));
    QCOMPARE(column(rows, outcomeColumn), (QByteArrayList{"ok", "cancelled", "cancelled", "cancelled"}));
    QCOMPARE(column(rows, errorColumn), (QByteArrayList{"", "cancelled", "cancelled", "cancelled"}));
    QVERIFY2(cli.output().startsWith("4 URLs: 1 ok, 3 cancelled\n"), cli.output());
}

void CliEndingsTest::aSecondSignalEndsAtOnce()
{
    // Nobody reads the pipe, so the program hangs in the middle of a row.
    const QByteArray pipe = QFile::encodeName(m_stage->path("pipe"));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const int reader = ::open(pipe.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    QByteArrayList urls;
    for (int i = 0; i < 1000; ++i)
        urls.append("ftp://ftp.example/" + QByteArray::number(i) + QByteArray(100, 'x'));
    Cli cli(arguments({"--csv"}) + QStringList{m_stage->path("pipe"), m_stage->list(urls)});
    cli.start();
    std::array<char, 16> head{};
    QTRY_VERIFY(::read(reader, head.data(), head.size()) > 0);

    const auto signalled = [&cli] {
        ::kill(pid_t(cli.process().processId()), SIGINT);
        return QTest::qWaitFor([&cli] { return cli.process().state() == QProcess::NotRunning; }, 50);
    };
    int count = 1;
    while (!signalled() && count < 1000)
        ++count;
    ::close(reader);
    QCOMPARE(cli.process().exitStatus(), QProcess::CrashExit);
    QCOMPARE(cli.process().exitCode(), SIGINT);
}

void CliEndingsTest::aReaderThatLeavesEndsItQuietly()
{
    const QByteArray pipe = QFile::encodeName(m_stage->path("pipe"));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    Cli cli(arguments({"--concurrency=1"}) +
            QStringList{m_stage->list({m_stage->url("/slow"), m_stage->url("/slow?2")})});
    cli.process().setStandardOutputFile(m_stage->path("pipe"));
    cli.start();
    QTRY_COMPARE(m_stage->server.heldRequests("/slow"), 1);
    ::close(reader);
    m_stage->server.release("/slow");
    QCOMPARE(cli.finish(), 3);
    QCOMPARE(cli.errors(), QByteArray());
}

void CliEndingsTest::aFullDiskIsSaidAndTheOldFileStays()
{
    m_stage->write("report.csv", "old");
    QByteArrayList urls;
    for (int i = 0; i < 1000; ++i)
        urls.append("ftp://ftp.example/" + QByteArray::number(i));
    Cli cli(arguments({"--csv"}) + QStringList{m_stage->path("report.csv"), m_stage->list(urls)});
    cli.process().setChildProcessModifier([] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{50'000, 50'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
    QCOMPARE(cli.run(), 2);
    QCOMPARE(cli.errors(), "rollcall-cli: Cannot write \"" + m_stage->path("report.csv").toUtf8() +
                               "\": File too large; the old file is untouched.\n");
    QCOMPARE(m_stage->content("report.csv"), QByteArray("old"));
}

void CliEndingsTest::aFullDiskUnderTheTableIsSaid()
{
    const QString full = QStringLiteral("/dev/full");
    if (!QFile::exists(full))
        QSKIP("this system has no /dev/full, the device that is always full (Linux has)");
    for (const QStringList &words : {arguments({}), arguments({"--csv", "-"})}) {
        Cli cli(words + QStringList{m_stage->list({m_stage->url("/ok")})});
        cli.process().setStandardOutputFile(full);
        QCOMPARE(cli.run(), 2);
        QVERIFY2(cli.errors().contains(": No space left on device.\n"), cli.errors());
    }
}

void CliEndingsTest::closedStandardStreamsDoNoHarm()
{
    Cli cli(arguments({}) + QStringList{m_stage->list({m_stage->url("/ok")})});
    cli.process().setChildProcessModifier([] {
        ::close(STDOUT_FILENO);
        ::close(STDERR_FILENO);
    });
    QCOMPARE(cli.run(), 0);
}

#else

/// Signals, pipes and limits are POSIX.
class CliEndingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSKIP("signals, closed pipes and file size limits are tested on POSIX systems only");
    }
};

#endif

QTEST_GUILESS_MAIN(CliEndingsTest)
#include "tst_cliendings.moc"
