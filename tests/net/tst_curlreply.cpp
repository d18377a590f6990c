// SPDX-License-Identifier: MIT
#include "core/net/curlaccessmanager.h"
#include "core/net/replyfacts.h"
#include "tests/support/faultserver.h"
#include "tests/support/rawsockets.h"

#include <QBuffer>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

namespace {

Script okAnswer(const QByteArray &body)
{
    return {Send(httpResponse(200, {}, body))};
}

/// A body that comes piece by piece, and whose length nobody knows.
class SlowDevice : public QIODevice
{
public:
    SlowDevice() { open(QIODevice::ReadOnly); }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_isComplete && m_bytes.isEmpty(); }
    qint64 bytesAvailable() const override { return m_bytes.size() + QIODevice::bytesAvailable(); }
    void give(const QByteArray &bytes, bool isLast)
    {
        m_bytes += bytes;
        m_isComplete = isLast;
        Q_EMIT readyRead();
    }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = std::min(maximum, qint64(m_bytes.size()));
        std::copy_n(m_bytes.constData(), count, data);
        m_bytes.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    bool m_isComplete = false;
};

} // namespace

/// What every user of QNetworkReply relies on.
class TestCurlReply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theSignalsComeInQtsOrder();
    void nothingIsSignalledBeforeTheEventLoop();
    void theHeadIsThereWithTheFirstSignalOfIt();
    void theReadBufferSlowsTheSenderDown();
    void abortFinishesAtOnce();
    void abortWithinASlotIsSafe_data();
    void abortWithinASlotIsSafe();
    void deletionWithinASlotIsSafe_data();
    void deletionWithinASlotIsSafe();
    void deletionEndsTheTransfer();
    void theManagerMayGoFirst();
    void aRequestMayBeMadeWithinASlot();
    void bodiesAreSent_data();
    void bodiesAreSent();
    void aBodyOfUnknownLengthIsSentInChunks();
    void aPostIsNotSentAgainOnADeadConnection();
    void aKeptConnectionIsUsedAgain();
    void aConnectionThatNobodyWaitsForIsClosed();
    void errorsAreQts_data();
    void errorsAreQts();
    void onlyHttpIsSpoken();

private:
    QNetworkRequest request(const QByteArray &path) const;
    std::unique_ptr<QNetworkReply> get(const QByteArray &path) const;

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CurlAccessManager> m_manager;
};

void TestCurlReply::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_manager = std::make_unique<CurlAccessManager>(TransportOptions());
}

void TestCurlReply::cleanup()
{
    m_manager.reset();
    m_server.reset();
}

QNetworkRequest TestCurlReply::request(const QByteArray &path) const
{
    return QNetworkRequest(QUrl::fromEncoded(m_server->url(path)));
}

std::unique_ptr<QNetworkReply> TestCurlReply::get(const QByteArray &path) const
{
    return std::unique_ptr<QNetworkReply>(m_manager->get(request(path)));
}

void TestCurlReply::theSignalsComeInQtsOrder()
{
    m_server->on("/", okAnswer("hello"));
    const auto reply = get("/");
    QStringList events;
    const auto note = [&events](const char *event) {
        return [&events, event] { events += QLatin1String(event); };
    };
    connect(reply.get(), &QNetworkReply::requestSent, this, note("sent"));
    connect(reply.get(), &QNetworkReply::metaDataChanged, this, note("head"));
    connect(reply.get(), &QNetworkReply::readyRead, this, note("read"));
    connect(reply.get(), &QNetworkReply::finished, this, note("finished"));
    QTRY_VERIFY(reply->isFinished());
    const QStringList expected = {QStringLiteral("sent"), QStringLiteral("head"), QStringLiteral("read"),
                                  QStringLiteral("finished")};
    QCOMPARE(events, expected);
    QCOMPARE(reply->readAll(), QByteArray("hello"));
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

void TestCurlReply::nothingIsSignalledBeforeTheEventLoop()
{
    const std::unique_ptr<QNetworkReply> reply(
        m_manager->get(QNetworkRequest(QUrl(QStringLiteral("http://[::1/")))));
    QVERIFY(!reply->isFinished());
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(reply->error() != QNetworkReply::NoError);
}

void TestCurlReply::theHeadIsThereWithTheFirstSignalOfIt()
{
    m_server->on("/",
                 Script{Send("HTTP/1.1 302 Over There\r\nContent-Type: text/plain\r\nX-A: 1\r\nx-a: 2\r\n"
                             "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nLocation: /next\r\n"
                             "Content-Length: 0\r\n\r\n")});
    const auto reply = get("/");
    QSignalSpy head(reply.get(), &QNetworkReply::metaDataChanged);
    QVERIFY(head.wait());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 302);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString(),
             QStringLiteral("Over There"));
    QCOMPARE(reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(),
             QUrl(QStringLiteral("/next")));
    QVERIFY(!reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool());
    QCOMPARE(reply->rawHeader("x-A"), QByteArray("1, 2"));
    QCOMPARE(reply->rawHeader("Set-Cookie"), QByteArray("a=1\nb=2"));
    QCOMPARE(reply->header(QNetworkRequest::ContentTypeHeader).toString(), QStringLiteral("text/plain"));
    const auto facts = reply->attribute(replyFactsAttribute).value<ReplyFacts>();
    QCOMPARE(facts.remoteIp, QByteArray("127.0.0.1"));
    QCOMPARE(facts.httpVersion, QByteArray("1.1"));
    QVERIFY(facts.connect && facts.firstByte && !facts.tls && !facts.dns);
    QCOMPARE(facts.reusedConnection, false);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(m_server->requests().size(), 1); // not followed
}

void TestCurlReply::theReadBufferSlowsTheSenderDown()
{
    constexpr qint64 limit = 100'000;
    constexpr qint64 pieces = 200;
    const QByteArray piece(65'536, 'x');
    m_server->on("/", Script{Send("HTTP/1.1 200 OK\r\nContent-Length: " +
                                  QByteArray::number(pieces * piece.size()) + "\r\n\r\n"),
                             Repeat(piece, pieces)});
    const auto reply = get("/");
    reply->setReadBufferSize(limit);
    qint64 received = 0;
    qint64 most = 0;
    connect(reply.get(), &QNetworkReply::readyRead, this, [&] {
        most = std::max(most, reply->bytesAvailable());
        if (reply->bytesAvailable() >= limit)
            received += reply->readAll().size();
    });
    QTRY_COMPARE(received + reply->bytesAvailable(), pieces * piece.size());
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(received + reply->readAll().size(), pieces * piece.size());
    QVERIFY2(most < limit + 64 * 1024, qPrintable(QString::number(most)));
}

void TestCurlReply::abortFinishesAtOnce()
{
    m_server->on("/", Script{WaitForever{}});
    const auto reply = get("/");
    QTRY_COMPARE(m_server->requests().size(), 1);
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QSignalSpy failed(reply.get(), &QNetworkReply::errorOccurred);
    reply->abort();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    reply->abort();
    QCOMPARE(finished.count(), 1);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestCurlReply::abortWithinASlotIsSafe_data()
{
    QTest::addColumn<int>("signal");
    const char *const names[] = {"requestSent", "metaDataChanged", "readyRead", "downloadProgress",
                                 "finished"};
    for (int i = 0; i < 5; ++i)
        QTest::newRow(names[i]) << i;
}

/// Connects \a action to one of the signals of \a reply that come one after the other.
static void connectTo(int signal, QNetworkReply *reply, const std::function<void()> &action)
{
    switch (signal) {
    case 0:
        QObject::connect(reply, &QNetworkReply::requestSent, reply, action);
        break;
    case 1:
        QObject::connect(reply, &QNetworkReply::metaDataChanged, reply, action);
        break;
    case 2:
        QObject::connect(reply, &QNetworkReply::readyRead, reply, action);
        break;
    case 3:
        QObject::connect(reply, &QNetworkReply::downloadProgress, reply, action);
        break;
    default:
        QObject::connect(reply, &QNetworkReply::finished, reply, action);
        break;
    }
}

void TestCurlReply::abortWithinASlotIsSafe()
{
    QFETCH(const int, signal);
    m_server->on("/", okAnswer("hello"));
    const auto reply = get("/");
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    connectTo(signal, reply.get(), [&reply] { reply->abort(); });
    QTRY_VERIFY(reply->isFinished());
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(reply->error() == QNetworkReply::OperationCanceledError, signal != 4);
}

void TestCurlReply::deletionWithinASlotIsSafe_data()
{
    abortWithinASlotIsSafe_data();
}

void TestCurlReply::deletionWithinASlotIsSafe()
{
    QFETCH(const int, signal);
    m_server->on("/", okAnswer("hello"));
    QPointer<QNetworkReply> reply = m_manager->get(request("/"));
    connectTo(signal, reply.get(), [&reply] { delete reply; });
    QTRY_VERIFY(!reply);
    const auto next = get("/"); // the manager is as good as before
    QTRY_VERIFY(next->isFinished());
    QCOMPARE(next->error(), QNetworkReply::NoError);
}

void TestCurlReply::deletionEndsTheTransfer()
{
    m_server->on("/", Script{WaitForever{}});
    auto reply = get("/");
    QTRY_COMPARE(m_server->requests().size(), 1);
    reply.reset();
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestCurlReply::theManagerMayGoFirst()
{
    m_server->on("/", Script{WaitForever{}});
    QNetworkReply *const reply = m_manager->get(request("/"));
    QTRY_COMPARE(m_server->requests().size(), 1);
    const QPointer<QNetworkReply> guard(reply);
    m_manager.reset(); // the reply is its child
    QVERIFY(!guard);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestCurlReply::aRequestMayBeMadeWithinASlot()
{
    m_server->on("/", okAnswer("hello"));
    const auto reply = get("/");
    std::unique_ptr<QNetworkReply> second;
    connect(reply.get(), &QNetworkReply::readyRead, this, [&] { second = get("/"); });
    QTRY_VERIFY(second && second->isFinished());
    QCOMPARE(second->readAll(), QByteArray("hello"));
}

void TestCurlReply::bodiesAreSent_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("body");
    for (const char *verb : {"POST", "PUT", "PATCH", "DELETE"}) {
        QTest::addRow("%s with a body", verb) << QByteArray(verb) << QByteArray("hello=world");
        QTest::addRow("%s with a large body", verb) << QByteArray(verb) << QByteArray(300'000, 'x');
        QTest::addRow("%s with an empty body", verb) << QByteArray(verb) << QByteArray("");
    }
}

void TestCurlReply::bodiesAreSent()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const QByteArray, body);
    m_server->on("/", okAnswer("ok"));
    QNetworkRequest asked = request("/");
    asked.setRawHeader("Content-Type", "text/plain");
    const std::unique_ptr<QNetworkReply> reply(m_manager->sendCustomRequest(asked, verb, body));
    QSignalSpy progress(reply.get(), &QNetworkReply::uploadProgress);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    const Request &seen = m_server->requests().constFirst();
    QCOMPARE(seen.method, verb);
    QCOMPARE(seen.header("Content-Length"), QByteArray::number(body.size()));
    QCOMPARE(seen.header("Content-Type"), QByteArray("text/plain"));
    QVERIFY(seen.header("Expect").isNull());
    if (!body.isEmpty())
        QCOMPARE(progress.constLast().at(0).toLongLong(), body.size());
    const auto next = get("/"); // what was sent was the body and nothing else
    QTRY_VERIFY(next->isFinished());
    QCOMPARE(m_server->requests().constLast().method, QByteArray("GET"));
}

void TestCurlReply::aBodyOfUnknownLengthIsSentInChunks()
{
    SlowDevice body;
    m_server->onConnect(Script{WaitForRequest{}, WaitForRequest{}, Send(httpResponse(200, {}, "ok"))});
    const std::unique_ptr<QNetworkReply> reply(m_manager->put(request("/"), &body));
    QTRY_COMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().constFirst().header("Transfer-Encoding"), QByteArray("chunked"));
    QVERIFY(!reply->isFinished());
    body.give("hello", false);
    QVERIFY(!reply->isFinished());
    body.give(" world", true);
    // The server reads the chunks as one more "head", up to the blank line behind the last chunk.
    QTRY_COMPARE(m_server->requests().size(), 2);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QVERIFY2(m_server->requests().constLast().raw.contains("hello"), m_server->requests().constLast().raw);
    QVERIFY(m_server->requests().constLast().raw.endsWith(" world\r\n0\r\n\r\n"));
}

void TestCurlReply::aPostIsNotSentAgainOnADeadConnection()
{
    m_server->on("/", okAnswer("ok"));
    const auto first = get("/");
    QTRY_VERIFY(first->isFinished());
    const std::unique_ptr<QNetworkReply> post(m_manager->post(request("/"), QByteArray("x")));
    QTRY_VERIFY(post->isFinished());
    QCOMPARE(m_server->connectionCount(), 2); // where it can be known that it has not been seen before
    QCOMPARE(m_server->requestCount("/"), 2);
}

void TestCurlReply::aKeptConnectionIsUsedAgain()
{
    m_server->on("/", okAnswer("ok"));
    for (int i = 0; i < 3; ++i) {
        const auto reply = get("/");
        QTRY_VERIFY(reply->isFinished());
        const auto facts = reply->attribute(replyFactsAttribute).value<ReplyFacts>();
        QCOMPARE(facts.reusedConnection, i > 0);
        QCOMPARE(facts.connect.has_value(), i == 0);
        QCOMPARE(facts.remoteIp, QByteArray("127.0.0.1"));
    }
    QCOMPARE(m_server->connectionCount(), 1);
}

void TestCurlReply::aConnectionThatNobodyWaitsForIsClosed()
{
    m_server->on("/", okAnswer("ok"));
    QNetworkRequest last = request("/");
    last.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, 0);
    const std::unique_ptr<QNetworkReply> reply(m_manager->get(last));
    QTRY_VERIFY(reply->isFinished());
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestCurlReply::errorsAreQts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::newRow("404") << httpResponse(404) << QNetworkReply::ContentNotFoundError;
    QTest::newRow("418") << httpResponse(418) << QNetworkReply::UnknownContentError;
    QTest::newRow("503") << httpResponse(503) << QNetworkReply::ServiceUnavailableError;
    QTest::newRow("599") << httpResponse(599) << QNetworkReply::UnknownServerError;
    QTest::newRow("closed") << QByteArray() << QNetworkReply::RemoteHostClosedError;
    QTest::newRow("malformed") << QByteArray("HTTP/9.9 200 OK\r\n\r\n") << QNetworkReply::ProtocolFailure;
}

void TestCurlReply::errorsAreQts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QNetworkReply::NetworkError, error);
    m_server->on("/", Script{Send(bytes), Close{}});
    const auto reply = get("/");
    QSignalSpy failed(reply.get(), &QNetworkReply::errorOccurred);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), error);
    QCOMPARE(failed.count(), 1);
    QVERIFY(!reply->errorString().isEmpty());
}

void TestCurlReply::onlyHttpIsSpoken()
{
    const std::unique_ptr<QNetworkReply> reply(
        m_manager->get(QNetworkRequest(QUrl(QStringLiteral("file:///etc/hostname")))));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::ProtocolUnknownError);
    QVERIFY(reply->readAll().isEmpty());
}

QTEST_GUILESS_MAIN(TestCurlReply)
#include "tst_curlreply.moc"
