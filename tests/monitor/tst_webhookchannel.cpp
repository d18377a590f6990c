// SPDX-License-Identifier: MIT
#include "core/monitor/webhookchannel.h"

#include "core/async/run.h"
#include "tests/monitor/alerttools.h"
#include "tests/support/faultserver.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

/// A server that keeps the whole of one request, body and all, and answers it.
class OneRequest
{
public:
    OneRequest()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *const socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        });
    }
    QByteArray url() const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/hook";
    }
    QByteArray head() const { return m_received.left(m_received.indexOf("\r\n\r\n")); }
    QByteArray body() const { return m_received.mid(m_received.indexOf("\r\n\r\n") + 4); }

private:
    void read(QTcpSocket &socket)
    {
        m_received += socket.readAll();
        const qsizetype at = m_received.toLower().indexOf("content-length: ");
        const qsizetype length = m_received.mid(at + 16).split('\r').front().toLongLong();
        if (m_received.contains("\r\n\r\n") && body().size() >= length)
            socket.write("HTTP/1.1 204 No Content\r\n\r\n");
    }

    QTcpServer m_server;
    QByteArray m_received;
};

Webhook webhookFor(const QByteArray &url)
{
    Webhook webhook(url);
    webhook.transport.proxy = ProxySetting(ProxySetting::Kind::None);
    return webhook;
}

Delivery deliver(const Webhook &webhook)
{
    WebhookChannel channel(webhook);
    return async::run(channel.deliver(AlertMessage({fullAlert()})));
}

} // namespace

class TestWebhookChannel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMessageIsPostedAsJson();
    void theTemplateIsItsBody();
    void answersAreDeliveriesOrFailures_data();
    void answersAreDeliveriesOrFailures();
    void theReceiversWishIsPassedOn();
    void aServerThatIsSilentIsGivenUpAfterTheTimeLimit();
    void failuresHoldNoSecret();
};

void TestWebhookChannel::theMessageIsPostedAsJson()
{
    OneRequest server;
    Webhook webhook = webhookFor(server.url());
    webhook.headers = {{"X-Team", "web"}};
    const AlertMessage message({fullAlert()});
    WebhookChannel channel(webhook);
    QCOMPARE(async::run(channel.deliver(message)), Delivery());
    QCOMPARE(QJsonDocument::fromJson(server.body()).object(), messageToJson(message));
    const QByteArray head = server.head();
    for (const QByteArray &field :
         {QByteArray("POST /hook HTTP/1.1"), QByteArray("Content-Type: application/json"),
          QByteArray("Idempotency-Key: " + message.id()), QByteArray("X-Team: web")})
        QVERIFY2(head.toLower().contains(field.toLower()), head.constData());
}

void TestWebhookChannel::theTemplateIsItsBody()
{
    OneRequest server;
    Webhook webhook = webhookFor(server.url());
    webhook.body = std::get<AlertTemplate>(AlertTemplate::fromText(R"({"text": "{{event}} {{status}}"})"));
    QCOMPARE(deliver(webhook), Delivery());
    QCOMPARE(server.body(), QByteArray(R"({"text": "down 503"})"));
}

void TestWebhookChannel::answersAreDeliveriesOrFailures_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("end");
    const int well = int(Delivery::End::Delivered);
    const int forNow = int(Delivery::End::FailedForNow);
    const int forGood = int(Delivery::End::FailedForGood);
    QTest::newRow("200") << httpResponse(200, {}, "ok") << well;
    QTest::newRow("202") << httpResponse(202) << well;
    QTest::newRow("200, and a body that breaks off")
        << httpResponse(200, {{"Content-Length", "99"}}, "ok") << well;
    QTest::newRow("500") << httpResponse(500) << forNow;
    QTest::newRow("429") << httpResponse(429) << forNow;
    QTest::newRow("404") << httpResponse(404) << forGood;
    QTest::newRow("a redirect") << redirect(302, "/elsewhere") << forNow;
    QTest::newRow("nothing") << QByteArray() << forNow;
}

void TestWebhookChannel::answersAreDeliveriesOrFailures()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, end);
    FaultServer server;
    QVERIFY(server.listen());
    server.on("/hook", {Send(answer), Close()});
    QCOMPARE(int(deliver(webhookFor(server.url("/hook"))).end), end);
    QCOMPARE(server.requestCount("/hook"), 1);
    QCOMPARE(server.requestCount("/elsewhere"), 0);
}

void TestWebhookChannel::theReceiversWishIsPassedOn()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.on("/hook", {Send(httpResponse(503, {{"Retry-After", "120"}}))});
    const Delivery delivery = deliver(webhookFor(server.url("/hook")));
    QCOMPARE(delivery.retryAfter, std::optional<std::chrono::milliseconds>(120s));
}

void TestWebhookChannel::aServerThatIsSilentIsGivenUpAfterTheTimeLimit()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.on("/hook", {WaitForever()});
    Webhook webhook = webhookFor(server.url("/hook"));
    webhook.timeout = 100ms;
    QCOMPARE(int(deliver(webhook).end), int(Delivery::End::FailedForNow));
}

void TestWebhookChannel::failuresHoldNoSecret()
{
    const Delivery delivery = deliver(webhookFor("http://me:secret@127.0.0.1:1/hook?token=abcdef"));
    QCOMPARE(int(delivery.end), int(Delivery::End::FailedForNow));
    QVERIFY2(!delivery.detail.contains(u"secret") && !delivery.detail.contains(u"abcdef"),
             qPrintable(delivery.detail));
}

QTEST_GUILESS_MAIN(TestWebhookChannel)
#include "tst_webhookchannel.moc"
