// SPDX-License-Identifier: MIT
#include "core/desktop/singlestart.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

using namespace rollcall;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s;

} // namespace

class TestSingleStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theFirstGoesOnAndHearsOfTheSecond();
    void theFirstEndsAndTheNextIsFirst();
    void twoProfilesDoNotMeet();
    void whatAKilledProgramLeftBehindIsNoObstacle();
    void aFirstThatDoesNotAnswerIsSaid();
    void aFolderThatCannotBeWrittenIsNoObstacle();
    void rubbishOnTheSocketHarmsNothing();
    void onlyThisPersonCanOpenTheSocket();
    void aLongFolderNameHasAShortSocket();

private:
    /// Starts a second one on a thread of its own, since it waits for the first one, which lives here.
    SingleStart::Role second(const StartRequest &request, std::chrono::milliseconds wait = patience) const;
    QString profile() const { return m_folder->filePath(u"profile"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSingleStart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

SingleStart::Role TestSingleStart::second(const StartRequest &request, std::chrono::milliseconds wait) const
{
    std::atomic<bool> isDone = false;
    auto role = SingleStart::Role::First;
    std::thread thread([&] {
        SingleStart start(profile());
        role = start.start(request, wait);
        isDone = true;
    });
    while (!isDone)
        QTest::qWait(1);
    thread.join();
    return role;
}

void TestSingleStart::theFirstGoesOnAndHearsOfTheSecond()
{
    SingleStart first(profile());
    QList<StartRequest> requests;
    connect(&first, &SingleStart::requested, this,
            [&requests](const StartRequest &request) { requests.append(request); });
    QCOMPARE(first.start(StartRequest({u"/own.txt"_s}, true), patience), SingleStart::Role::First);
    StartRequest request({u"/a list.txt"_s, u"/ü.csv"_s}, true);
    request.isHidden = true;
    request.activationToken = "token";
    QCOMPARE(second(request), SingleStart::Role::Second);
    QCOMPARE(second(StartRequest()), SingleStart::Role::Second);
    QTRY_COMPARE(requests.size(), 2);
    QCOMPARE(requests.at(0), request);
    QCOMPARE(requests.at(1), StartRequest());
}

void TestSingleStart::theFirstEndsAndTheNextIsFirst()
{
    auto first = std::make_unique<SingleStart>(profile());
    QCOMPARE(first->start({}, patience), SingleStart::Role::First);
    first.reset();
    QCOMPARE(second({}), SingleStart::Role::First);
}

void TestSingleStart::twoProfilesDoNotMeet()
{
    SingleStart first(profile());
    SingleStart other(m_folder->filePath(u"other"_s));
    QCOMPARE(first.start({}, patience), SingleStart::Role::First);
    QCOMPARE(other.start({}, patience), SingleStart::Role::First);
    QVERIFY(first.socketPath() != other.socketPath());
    QCOMPARE(SingleStart(profile() + u"/../profile/"_s).socketPath(), first.socketPath());
}

void TestSingleStart::whatAKilledProgramLeftBehindIsNoObstacle()
{
    SingleStart first(profile());
    QVERIFY(QDir().mkpath(profile()));
    // A process number that no process has: they end at 2^22.
    QFile lock(profile() + u"/rollcall.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("99999999\nrollcall\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    lock.close();
    QFile socket(first.socketPath());
    QVERIFY(socket.open(QIODevice::WriteOnly)); // nobody listens
    socket.close();
    QCOMPARE(first.start({}, patience), SingleStart::Role::First);
    QCOMPARE(second({}), SingleStart::Role::Second);
}

void TestSingleStart::aFirstThatDoesNotAnswerIsSaid()
{
    SingleStart first(profile());
    QCOMPARE(first.start({}, patience), SingleStart::Role::First);
    SingleStart hasty(profile()); // in this thread: nobody reads the socket meanwhile
    QCOMPARE(hasty.start({}, 50ms), SingleStart::Role::Unanswered);
}

void TestSingleStart::aFolderThatCannotBeWrittenIsNoObstacle()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    SingleStart start(file.fileName() + u"/profile"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be locked"_s));
    QCOMPARE(start.start({}, patience), SingleStart::Role::First);
}

void TestSingleStart::rubbishOnTheSocketHarmsNothing()
{
    SingleStart first(profile());
    int requests = 0;
    connect(&first, &SingleStart::requested, this, [&requests] { ++requests; });
    QCOMPARE(first.start({}, patience), SingleStart::Role::First);
    QTest::ignoreMessage(QtWarningMsg, "a start that is not understood");
    const QByteArray tooShort("\0\0\0\x04later", 8);
    for (const QByteArray &rubbish :
         {tooShort, QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray(1 << 20, '\xff')}) {
        QLocalSocket socket;
        socket.connectToServer(first.socketPath());
        QVERIFY(socket.waitForConnected(-1));
        socket.write(rubbish);
        socket.waitForBytesWritten(-1);
        QTest::qWait(10);
    }
    QCOMPARE(requests, 0);
    QCOMPARE(second({}), SingleStart::Role::Second);
    QTRY_COMPARE(requests, 1);
}

void TestSingleStart::onlyThisPersonCanOpenTheSocket()
{
    SingleStart first(profile());
    QCOMPARE(first.start({}, patience), SingleStart::Role::First);
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(QFileInfo::exists(first.socketPath()));
    QVERIFY(!(QFileInfo(first.socketPath()).permissions() & others));
}

void TestSingleStart::aLongFolderNameHasAShortSocket()
{
    const QString folder = m_folder->filePath(QString(200, u'x') + u'/' + QString(200, u'y'));
    SingleStart start(folder);
    QVERIFY(start.socketPath().toUtf8().size() < 108);
    QCOMPARE(start.start({}, patience), SingleStart::Role::First);
}

QTEST_GUILESS_MAIN(TestSingleStart)
#include "tst_singlestart.moc"
