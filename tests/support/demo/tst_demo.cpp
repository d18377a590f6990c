// SPDX-License-Identifier: MIT
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace {

QStringList urlsIn(const QString &fileName)
{
    QFile file(fileName);
    QStringList urls;
    if (!file.open(QIODevice::ReadOnly))
        return urls;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            urls.append(QString::fromUtf8(line));
    }
    return urls;
}

} // namespace

class tst_Demo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void servesWhatItsListNames();
    void endsWhenStdinCloses();
    void endsOnSigterm();
    void refusesBadOptions_data();
    void refusesBadOptions();

private:
    bool start(const QStringList &options = {});

    QTemporaryDir m_folder;
    QString m_list;
    QProcess m_demo;
};

void tst_Demo::init()
{
    m_list = m_folder.filePath(QStringLiteral("urls.txt"));
}

void tst_Demo::cleanup()
{
    m_demo.terminate();
    if (!m_demo.waitForFinished())
        m_demo.kill();
    QFile::remove(m_list);
}

// Starts the program and waits for the line that says it serves.
bool tst_Demo::start(const QStringList &options)
{
    m_demo.start(QStringLiteral(ROLLCALL_DEMO),
                 QStringList{QStringLiteral("--write-list"), m_list} + options);
    return m_demo.waitForReadyRead(30'000) && m_demo.readLine().startsWith("Serving ");
}

void tst_Demo::servesWhatItsListNames()
{
    QVERIFY(start());
    const QStringList urls = urlsIn(m_list);
    QVERIFY2(urls.size() >= 25, qPrintable(QString::number(urls.size())));
    QCOMPARE(QSet<QString>(urls.begin(), urls.end()).size(), urls.size());
    QCOMPARE(urls.filter(QStringLiteral("https://")).size(), 7);

    const QUrl first(urls.constFirst());
    QTcpSocket client;
    client.connectToHost(first.host(), static_cast<quint16>(first.port()));
    client.write("GET " + first.path().toLatin1() + " HTTP/1.1\r\n\r\n");
    QVERIFY(client.waitForReadyRead());
    QVERIFY(client.readAll().startsWith("HTTP/1.1 200 "));
}

void tst_Demo::endsWhenStdinCloses()
{
    QVERIFY(start({QStringLiteral("--until-stdin-closes")}));
    m_demo.closeWriteChannel();
    QVERIFY(m_demo.waitForFinished());
    QCOMPARE(m_demo.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_demo.exitCode(), 0);
}

void tst_Demo::endsOnSigterm()
{
    QVERIFY(start());
    m_demo.terminate();
    QVERIFY(m_demo.waitForFinished());
    QCOMPARE(m_demo.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_demo.exitCode(), 0);
}

void tst_Demo::refusesBadOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("sentence");

    const QString list = QStringLiteral("--write-list");
    const QString file = m_folder.filePath(QStringLiteral("urls.txt"));
    QTest::newRow("no list") << QStringList{} << QByteArray("rollcall-demo: --write-list FILE is needed.\n");
    QTest::newRow("no port") << QStringList{list, file, QStringLiteral("--port"), QStringLiteral("70000")}
                             << QByteArray("rollcall-demo: --port takes a number from 0 to 65535.\n");
    QTest::newRow("argument") << QStringList{list, file, QStringLiteral("x")}
                              << QByteArray("rollcall-demo: unexpected argument 'x'.\n");
    QTest::newRow("no folder") << QStringList{list, QStringLiteral("/dev/null/urls.txt")}
                               << QByteArray(
                                      "rollcall-demo: cannot write /dev/null/urls.txt: Not a directory.\n");
}

void tst_Demo::refusesBadOptions()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, sentence);
    m_demo.start(QStringLiteral(ROLLCALL_DEMO), options);
    QVERIFY(m_demo.waitForFinished());
    QCOMPARE(m_demo.exitCode(), 2);
    QCOMPARE(m_demo.readAllStandardError(), sentence);
}

QTEST_GUILESS_MAIN(tst_Demo)
#include "tst_demo.moc"
