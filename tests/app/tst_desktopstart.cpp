// SPDX-License-Identifier: MIT
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

/// The built desktop program on the offscreen platform, in a profile of the test's.
class Program : public QProcess
{
public:
    explicit Program(const QString &home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, home);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        environment.remove(u"DISPLAY"_s);
        setProcessEnvironment(environment);
        setProgram(QStringLiteral(ROLLCALL_DESKTOP));
    }
    ~Program() override
    {
        if (state() == NotRunning)
            return;
        kill();
        waitForFinished(patienceMs);
    }
    void run(const QStringList &arguments)
    {
        setArguments(arguments);
        start();
    }
    /// Runs to the end; the exit code, -1 if it does not come.
    int runToEnd(const QStringList &arguments)
    {
        run(arguments);
        return waitForFinished(patienceMs) && exitStatus() == NormalExit ? exitCode() : -1;
    }
};

} // namespace

class TestDesktopStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void helpAndVersionNeedNoDisplay();
    void aWrongOptionIsOneSentence();
    void listsOfTheCommandLineAreImported();
    void aSecondStartHandsItsListsToTheFirst();
    void aStartInTheTrayTakesListsToo();
    void afterAKillTheNextStartGoesOn();

private:
    QString file(const char *name, const QByteArray &content) const;
    /// What the store holds now, ascending; nothing while it is being made.
    QStringList urls() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestDesktopStart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

QString TestDesktopStart::file(const char *name, const QByteArray &content) const
{
    QFile file(m_home->filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

QStringList TestDesktopStart::urls() const
{
    const QString connection = u"look"_s;
    QStringList urls;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(m_home->filePath(u"data/rollcall/rollcall.sqlite"_s));
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (database.open()) {
            QSqlQuery query(u"SELECT url FROM entries ORDER BY url"_s, database);
            while (query.next())
                urls.append(query.value(0).toString());
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return urls;
}

void TestDesktopStart::helpAndVersionNeedNoDisplay()
{
    for (const QString &option : {u"--help"_s, u"--version"_s, u"-h"_s, u"-v"_s}) {
        Program program(m_home->path());
        QProcessEnvironment environment = program.processEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        program.setProcessEnvironment(environment);
        QCOMPARE(program.runToEnd({option}), 0);
        const QString text = QString::fromUtf8(program.readAllStandardOutput());
        QVERIFY2(option.contains(u'v') ? text.startsWith(u"rollcall "_s) : text.contains(u"--check"_s),
                 qPrintable(text));
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }
}

void TestDesktopStart::aWrongOptionIsOneSentence()
{
    Program program(m_home->path());
    QCOMPARE(program.runToEnd({u"--chekc"_s}), 2);
    QCOMPARE(program.readAllStandardError(),
             QByteArray("rollcall: there is no option --chekc; see \"rollcall --help\".\n"));
    QVERIFY(urls().isEmpty());
}

void TestDesktopStart::listsOfTheCommandLineAreImported()
{
    Program program(m_home->path());
    program.setWorkingDirectory(m_home->path());
    file("a list.txt", "http://127.0.0.1:1/a\n");
    file("--b.txt", "http://127.0.0.1:1/b\n");
    program.run({u"a list.txt"_s, u"--"_s, u"--b.txt"_s});
    QTRY_COMPARE_WITH_TIMEOUT(urls(), (QStringList{u"http://127.0.0.1:1/a"_s, u"http://127.0.0.1:1/b"_s}),
                              patienceMs);
}

void TestDesktopStart::aSecondStartHandsItsListsToTheFirst()
{
    Program first(m_home->path());
    first.run({file("a.txt", "http://127.0.0.1:1/a\n")});
    QTRY_COMPARE_WITH_TIMEOUT(urls().size(), 1, patienceMs);
    Program second(m_home->path());
    second.setWorkingDirectory(m_home->path()); // another one than the first one's
    file("b.txt", "http://127.0.0.1:1/b\n");
    QCOMPARE(second.runToEnd({u"b.txt"_s}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(urls().size(), 2, patienceMs);
    QCOMPARE(first.state(), QProcess::Running);

    const QTemporaryDir otherHome;
    Program other(otherHome.path());
    other.run({file("c.txt", "http://127.0.0.1:1/c\n")});
    QVERIFY(other.waitForStarted(patienceMs));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(otherHome.filePath(u"data/rollcall/rollcall.sqlite"_s)),
                             patienceMs);
    QCOMPARE(other.state(), QProcess::Running); // a profile of its own
}

void TestDesktopStart::aStartInTheTrayTakesListsToo()
{
    Program first(m_home->path());
    first.run({u"--tray"_s, file("a.txt", "http://127.0.0.1:1/a\n")});
    QTRY_COMPARE_WITH_TIMEOUT(urls().size(), 1, patienceMs);
    Program second(m_home->path());
    QCOMPARE(second.runToEnd({u"--tray"_s, file("b.txt", "http://127.0.0.1:1/b\n")}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(urls().size(), 2, patienceMs);
    QCOMPARE(first.state(), QProcess::Running);
}

void TestDesktopStart::afterAKillTheNextStartGoesOn()
{
    {
        Program first(m_home->path());
        first.run({file("a.txt", "http://127.0.0.1:1/a\n")});
        QTRY_COMPARE_WITH_TIMEOUT(urls().size(), 1, patienceMs);
        ::kill(pid_t(first.processId()), SIGKILL);
        QVERIFY(first.waitForFinished(patienceMs));
    }
    Program next(m_home->path());
    next.run({file("b.txt", "http://127.0.0.1:1/b\n")});
    QTRY_COMPARE_WITH_TIMEOUT(urls().size(), 2, patienceMs);
    QCOMPARE(next.state(), QProcess::Running);
    Program second(m_home->path());
    QCOMPARE(second.runToEnd({}), 0);
}

QTEST_GUILESS_MAIN(TestDesktopStart)
#include "tst_desktopstart.moc"
